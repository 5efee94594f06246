import type {
  DocumentFilters,
  Outcome,
  ScorecardCounts,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  formatPercent,
  Freshness,
  ResponsiveTable,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { LevelLink } from '../page/scorecards/LevelLink';
import { useScorecardCounts } from '../page/scorecards/useScorecardCounts';
import { ShareBar } from '../page/services/cells';
import { NONE, searchOf } from '../page/state/fleetState';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2), overflowWrap: 'anywhere' },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    note: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
    shares: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      margin: theme.spacing(1, 0, 0),
      fontSize: '0.875rem',
      '& div': { display: 'flex', gap: theme.spacing(1) },
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'HandoverScorecardRollUp' },
);

export type ScorecardRollUpProps = {
  scorecard: ScorecardDetails;
  filters: DocumentFilters;
  /** Of the page of all handovers; absent if the app has none. */
  pagePath?: string;
};

/** How many of the services have which level, and how many checks nobody can rely on. */
export function ScorecardRollUp(props: ScorecardRollUpProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { scorecard, filters } = props;
  const { title } = scorecard;
  const reading = useScorecardCounts(scorecard.name, filters);
  return (
    <section className={classes.root} aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      {reading.status === 'loading' && (
        <Skeleton
          variant="rect"
          height={120}
          animation={false}
          role="status"
          aria-label={t('rollup.scorecardLoading', { title })}
        />
      )}
      {reading.status === 'failed' && (
        <Unread
          reading={reading}
          message={t('rollup.scorecardFailed', {
            title,
            message: reading.error.message,
          })}
        />
      )}
      {reading.status === 'ready' && (
        <>
          {reading.data.entities === 0 ? (
            <p className={classes.note}>{t('rollup.scorecardNothing')}</p>
          ) : (
            <Levels {...props} counts={reading.data} />
          )}
          <Freshness quiet freshness={reading.freshness} />
        </>
      )}
    </section>
  );
}

function Levels({
  scorecard: { name, title, levels },
  counts,
  filters,
  pagePath,
}: ScorecardRollUpProps & { counts: ScorecardCounts }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const shareOf = outcomeShares(counts);
  return (
    <>
      <ResponsiveTable
        caption={t('rollup.levels', { title })}
        columns={[t('rollup.level'), t('rollup.services'), t('rollup.share')]}
        // The highest first.
        rows={[{ id: NONE, title: t('page.scorecards.noLevel') }, ...levels]
          .reverse()
          .map(level => {
            const count = counts.levels[level.id] ?? 0;
            return [
              level.title,
              <LevelLink
                key="count"
                count={count}
                level={level.title}
                href={
                  pagePath &&
                  `${pagePath}${searchOf({
                    filters: { ...filters, level: [`${name}:${level.id}`] },
                  })}`
                }
              />,
              <ShareBar key="share" ratio={count / counts.entities} />,
            ];
          })}
      />
      {counts.held > 0 && (
        <p className={classes.note}>
          {t('page.scorecards.held', { count: counts.held })}
        </p>
      )}
      <dl className={classes.shares}>
        {(['unknown', 'exempt'] as const).map(outcome => (
          <div key={outcome}>
            <dt>{t(`rollup.${outcome}`)}</dt>
            <dd>{formatPercent(shareOf(outcome), language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The share of each outcome in all checks of all services. */
function outcomeShares({ checks }: ScorecardCounts) {
  const sums: Partial<Record<Outcome, number>> = {};
  let total = 0;
  for (const outcomes of Object.values(checks)) {
    for (const [outcome, count] of Object.entries(outcomes)) {
      sums[outcome as Outcome] = (sums[outcome as Outcome] ?? 0) + count;
      total += count;
    }
  }
  return (outcome: Outcome) => (total > 0 ? (sums[outcome] ?? 0) / total : 0);
}
