import type {
  OpenCheck,
  OpenCheckPage,
  ScorecardCheckDetails,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  FieldLink,
  formatDate,
  Label,
  Markdown,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { SCORECARDS_ID } from '../../scorecards/sectionId';
import { EntityLink } from '../services/cells';
import { RequestExemption } from './RequestExemption';

const useStyles = makeStyles(
  theme => ({
    labels: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    word: { whiteSpace: 'nowrap' },
    owner: { fontSize: '0.75rem', fontWeight: 400 },
    title: { fontWeight: 600 },
    links: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) },
  }),
  { name: 'HandoverOpenCheckTable' },
);

/** An open check with its definition. */
export type Item = {
  open: OpenCheck;
  scorecard: ScorecardDetails;
  check: ScorecardCheckDetails;
};

export function itemsOf({ items, scorecards }: OpenCheckPage): Item[] {
  return items.flatMap(open => {
    const scorecard = scorecards.find(({ name }) => name === open.scorecard);
    const check = scorecard?.checks.find(({ id }) => id === open.check);
    return scorecard && check ? [{ open, scorecard, check }] : [];
  });
}

function nameOf({ title, entityRef }: OpenCheck): string {
  return title ?? parseEntityRef(entityRef).name;
}

/** The address of a section of the Handover tab. */
function useSectionHref({ entityRef }: OpenCheck): (section: string) => string {
  const entityLink = useEntityRefLink();
  return section => `${entityLink(entityRef)}/handover#${section}`;
}

/** One word, which is not torn apart. */
export function Effort({ check }: Item) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <span className={classes.word}>
      {t(`page.team.efforts.${check.effort}`)}
    </span>
  );
}

export function Service({ open }: Item) {
  const classes = useStyles();
  const hrefOf = useSectionHref(open);
  return (
    <>
      <Link to={hrefOf(SCORECARDS_ID)}>{nameOf(open)}</Link>
      {open.owner && (
        <div className={classes.owner}>
          <EntityLink entityRef={open.owner} />
        </div>
      )}
    </>
  );
}

export function Check({ open, scorecard, check }: Item) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const level = scorecard.levels.find(({ id }) => id === check.level);
  return (
    <>
      <div className={classes.title}>{check.title}</div>
      <div className={classes.labels}>
        {scorecard.title}
        <Label>{level?.title ?? check.level}</Label>
        {t(`scorecards.outcome.${open.outcome}`)}
      </div>
      {open.reason && (
        <div>{t('scorecards.unknownBecause', { reason: open.reason })}</div>
      )}
    </>
  );
}

export function Fix({ open, check: { fix, title } }: Item) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const hrefOf = useSectionHref(open);
  const labelOf = (link: string) =>
    t('page.team.actionOf', { action: link, check: title, name: nameOf(open) });
  return (
    <>
      <Markdown content={fix.text} />
      <div className={classes.links}>
        {fix.section && (
          <Link
            to={hrefOf(fix.section)}
            aria-label={labelOf(t('scorecards.toSection'))}
          >
            {t('scorecards.toSection')}
          </Link>
        )}
        {fix.link && (
          <FieldLink
            to={fix.link}
            aria-label={labelOf(t('scorecards.readMore'))}
          >
            {t('scorecards.readMore')}
          </FieldLink>
        )}
      </div>
    </>
  );
}

export function Exemption({ open, check }: Item) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { exemption } = open;
  return exemption ? (
    <>
      <Label>{t(`scorecards.exemptions.state.${exemption.state}`)}</Label>{' '}
      {t('page.team.until', {
        until: formatDate(exemption.expiresAt, language),
      })}
    </>
  ) : (
    <RequestExemption
      entityRef={open.entityRef}
      name={nameOf(open)}
      scorecard={open.scorecard}
      check={check}
    />
  );
}
