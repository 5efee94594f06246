import type {
  ScorecardDetails,
  ScorecardTrendDay,
} from '@backstage-handover/plugin-handover-common';
import { TrendLine } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  formatPercent,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { ViewPart } from '../frame';
import type { FleetState } from '../state/fleetState';
import { useScorecardTrend } from './useScorecardCounts';

/** Days before now that are compared with now. */
const COMPARED = [7, 30, 89];

const useStyles = makeStyles(
  { line: { display: 'block', width: 160, maxWidth: '100%', height: 32 } },
  { name: 'HandoverTrendTable' },
);

/** How the share of services with at least a level developed. */
export function TrendTable({
  scorecard,
  state,
}: {
  scorecard: ScorecardDetails;
  state: FleetState;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useScorecardTrend(scorecard.name, state.filters);
  // The counts above say it if nothing can be loaded.
  if (reading.status !== 'ready' || reading.data.days.length === 0) {
    return null;
  }
  const { days } = reading.data;
  const { levels, title } = scorecard;
  return (
    <ViewPart isBusy={reading.isPrevious}>
      <ResponsiveTable
        caption={t('page.scorecards.trend', { title })}
        columns={[
          t('page.scorecards.atLeast'),
          t('page.scorecards.now'),
          ...COMPARED.map(count =>
            t('page.scorecards.daysAgo', { days: String(count) }),
          ),
          t('page.scorecards.line', { days: String(days.length) }),
        ]}
        rows={levels.map((level, rank) => {
          const shares = days.map(day =>
            shareOf(
              day,
              levels.slice(rank).map(({ id }) => id),
            ),
          );
          const show = (share: number | undefined) =>
            share === undefined ? '–' : formatPercent(share, language);
          return [
            level.title,
            show(shares.at(-1)),
            ...COMPARED.map(count => show(shares.at(-1 - count))),
            // The numbers beside it say the same.
            <span key="line" className={classes.line} aria-hidden>
              <TrendLine
                // Backstage's chart fails without one.
                title={level.title}
                color={theme.palette.text.secondary}
                data={shares.map(share => share ?? 0)}
                max={1}
                min={0}
                width={160}
                height={32}
              />
            </span>,
          ];
        })}
      />
    </ViewPart>
  );
}

/** None before anything was evaluated. */
function shareOf(
  { entities, levels }: ScorecardTrendDay,
  ids: readonly string[],
): number | undefined {
  return entities === 0
    ? undefined
    : ids.reduce((sum, id) => sum + (levels[id] ?? 0), 0) / entities;
}
