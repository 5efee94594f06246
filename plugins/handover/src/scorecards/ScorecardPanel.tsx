import {
  type CheckWithResult,
  type EntityInitiative,
  type EntityScorecard,
  nextChecks,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatClock,
  Freshness,
  type HandoverPanelProps,
  Markdown,
  SectionFrame,
  Unread,
  useHandoverTranslation,
  useLanguage,
  formatPercent,
} from '../components';
import { CheckItem } from './CheckItem';
import { CopyBadge } from './CopyBadge';
import {
  CheckExemptions,
  useExemptionRights,
  useOpenExemptions,
} from './exemptions';
import { asksFor, EntityInitiatives } from './initiatives';
import { LevelMark } from './LevelMark';
import { Levels } from './Levels';
import { SCORECARDS_ID } from './sectionId';
import { useScorecards } from './useScorecards';
import { WhatChanged } from './WhatChanged';

const useStyles = makeStyles(
  theme => ({
    scorecard: { marginTop: theme.spacing(1.5) },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    heading: {
      margin: theme.spacing(1.5, 0, 0),
      fontSize: '0.875rem',
      fontWeight: 600,
    },
    description: { fontSize: '0.875rem', maxWidth: '80ch' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    summary: {
      marginTop: theme.spacing(1.5),
      cursor: 'pointer',
      color: theme.palette.link,
      fontSize: '0.875rem',
    },
    note: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
  }),
  { name: 'HandoverScorecards' },
);

/** Every scorecard of the entity with its checks. Nothing if none applies. */
export function ScorecardPanel({ entityRef, state }: HandoverPanelProps) {
  const { t } = useHandoverTranslation();
  const reading = useScorecards(entityRef);
  if (
    reading.status === 'loading' ||
    (reading.status === 'ready' && reading.data.items.length === 0)
  ) {
    return null;
  }
  return (
    <SectionFrame id={SCORECARDS_ID} title={t('scorecards.title')}>
      {reading.status === 'failed' ? (
        <Unread
          reading={reading}
          message={t('scorecards.failed', { message: reading.error.message })}
        />
      ) : (
        <>
          <Freshness freshness={reading.freshness} />
          {reading.data.items.map(item => (
            <Scorecard
              key={item.scorecard.name}
              item={item}
              initiatives={reading.data.initiatives.filter(
                ({ scorecard }) => scorecard === item.scorecard.name,
              )}
              entityRef={entityRef}
              hasDocument={state.document !== undefined}
              hasBadge={reading.data.badges === true}
            />
          ))}
        </>
      )}
    </SectionFrame>
  );
}

function Scorecard({
  item,
  initiatives,
  entityRef,
  hasDocument,
  hasBadge,
}: {
  item: EntityScorecard;
  initiatives: readonly EntityInitiative[];
  entityRef: string;
  hasDocument: boolean;
  hasBadge: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { scorecard, result } = item;
  const next = nextChecks(scorecard, result.checks);
  const exemptions = useOpenExemptions(entityRef);
  const rights = useExemptionRights(entityRef);
  const itemOf = (check: CheckWithResult) => (
    <CheckItem
      key={check.id}
      check={check}
      levels={scorecard.levels}
      initiatives={initiatives.filter(each =>
        asksFor(each, scorecard.levels, check),
      )}
      hasDocument={hasDocument}
    >
      <CheckExemptions
        entityRef={entityRef}
        scorecard={scorecard.name}
        check={check}
        exemptions={exemptions}
        rights={rights}
      />
    </CheckItem>
  );
  const open = new Set(next.map(({ id }) => id));
  const byId = new Map(result.checks.map(each => [each.id, each]));
  const settled = scorecard.checks.flatMap(check => {
    const found = byId.get(check.id);
    return found && !open.has(check.id) ? [{ ...check, result: found }] : [];
  });
  return (
    <div className={classes.scorecard}>
      <div className={classes.header}>
        <h3 className={classes.title}>{scorecard.title}</h3>
        <LevelMark item={item} />
        {result.score !== undefined && (
          <span>
            {t('scorecards.score', {
              score: formatPercent(result.score, language),
            })}
          </span>
        )}
        {hasBadge && <CopyBadge entityRef={entityRef} scorecard={scorecard} />}
      </div>
      {scorecard.description && (
        <div className={classes.description}>
          <Markdown content={scorecard.description} />
        </div>
      )}
      {result.levelHeld && (
        <p className={classes.note}>{t('scorecards.heldBecause')}</p>
      )}
      <Levels item={item} />
      <EntityInitiatives items={initiatives} />
      {exemptions.status === 'failed' && (
        <Unread
          reading={exemptions}
          message={t('scorecards.exemptions.unread', {
            message: exemptions.error.message,
          })}
        />
      )}
      {next.length > 0 && (
        <>
          <h4 className={classes.heading}>{t('scorecards.next')}</h4>
          <ol className={classes.list}>{next.map(itemOf)}</ol>
        </>
      )}
      {settled.length > 0 && (
        <details>
          <summary className={classes.summary}>
            {t('scorecards.settled', { count: settled.length })}
          </summary>
          <ul className={classes.list}>{settled.map(itemOf)}</ul>
        </details>
      )}
      <WhatChanged entityRef={entityRef} item={item} />
      <p className={classes.note}>
        {t('scorecards.evaluated', {
          time: formatClock(
            Date.parse(result.evaluatedAt),
            Date.now(),
            language,
          ),
          owner: scorecard.owner.replace(/^group:default\//, ''),
        })}
      </p>
    </div>
  );
}
