import type {
  CheckWithResult,
  DecidingFact,
  EntityInitiative,
  Outcome,
  ScorecardLevel,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import ExemptIcon from '@material-ui/icons/AssignmentTurnedIn';
import FailIcon from '@material-ui/icons/Cancel';
import PassIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import type { ReactNode } from 'react';
import {
  FieldLink,
  Label,
  Markdown,
  SectionLink,
  useHandoverTranslation,
} from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
      '&:first-child': { borderTop: 0 },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    title: { fontWeight: 600 },
    outcome: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      '& svg': { fontSize: '1.125rem' },
    },
    fail: { '& svg': { color: theme.palette.error.main } },
    unknown: { '& svg': { color: theme.palette.warning.main } },
    pass: { '& svg': { color: theme.palette.text.secondary } },
    exempt: { '& svg': { color: theme.palette.text.secondary } },
    notApplicable: { '& svg': { color: theme.palette.text.secondary } },
    text: { maxWidth: '80ch', marginTop: theme.spacing(0.25) },
    link: { color: theme.palette.link },
    facts: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
    summary: {
      marginTop: theme.spacing(0.25),
      cursor: 'pointer',
      color: theme.palette.link,
    },
  }),
  { name: 'HandoverCheckItem' },
);

const ICONS: Record<Outcome, typeof FailIcon> = {
  pass: PassIcon,
  fail: FailIcon,
  unknown: UnknownIcon,
  exempt: ExemptIcon,
  notApplicable: NotApplicableIcon,
};

/** A check: its outcome, why it matters, how to fix it, and the facts it was decided from. */
export function CheckItem({
  check,
  levels,
  initiatives,
  hasDocument,
  children,
}: {
  check: CheckWithResult;
  levels: readonly ScorecardLevel[];
  /** Those that ask for it. */
  initiatives: readonly EntityInitiative[];
  hasDocument: boolean;
  /** What else there is to say about it. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { result, fix } = check;
  const { outcome } = result;
  const Icon = ICONS[outcome];
  const isOpen = outcome === 'fail' || outcome === 'unknown';
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <span className={`${classes.outcome} ${classes[outcome]}`}>
          <Icon aria-hidden />
          {t(`scorecards.outcome.${outcome}`)}
        </span>
        <span className={classes.title}>{check.title}</span>
        <Label>
          {levels.find(({ id }) => id === check.level)?.title ?? check.level}
        </Label>
        {check.basis.map(each => (
          <Label key={each}>{t(`scorecards.basis.${each}`)}</Label>
        ))}
        {!result.counts && check.enforcedFrom && (
          <Label>
            {t('scorecards.countsFrom', { day: check.enforcedFrom })}
          </Label>
        )}
        {isOpen &&
          initiatives.map(({ id, title }) => (
            <Label key={id}>{t('initiatives.entity.asks', { title })}</Label>
          ))}
      </div>
      {result.reason && (
        <div className={classes.text}>
          {t('scorecards.unknownBecause', { reason: result.reason })}
        </div>
      )}
      {isOpen && (
        <div className={classes.text}>
          <Markdown content={check.why} />
          <Markdown content={fix.text} />
          {fix.section && hasDocument && (
            <SectionLink className={classes.link} to={fix.section}>
              {t('scorecards.toSection')}
            </SectionLink>
          )}
          {fix.link && (
            <FieldLink to={fix.link}>{t('scorecards.readMore')}</FieldLink>
          )}
        </div>
      )}
      {children}
      <details>
        <summary className={classes.summary}>
          {t('scorecards.decidedFrom')}
        </summary>
        <ul className={classes.facts}>
          <li>
            <code>{check.condition}</code>
          </li>
          {check.when !== undefined && (
            <li>{t('scorecards.appliesWhen', { condition: check.when })}</li>
          )}
          {result.facts.map(fact => (
            <li key={fact.path}>
              <Fact fact={fact} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Fact({ fact }: { fact: DecidingFact }) {
  const { t } = useHandoverTranslation();
  return (
    <>
      <code>{fact.path}</code>
      {'missing' in fact &&
        t('scorecards.factMissing', { reason: fact.missing })}
      {'value' in fact &&
        t('scorecards.factIs', { value: JSON.stringify(fact.value) })}
      {'omitted' in fact && t('scorecards.factOmitted')}
    </>
  );
}
