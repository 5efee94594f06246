import type {
  DocumentFilters,
  ScorecardCounts,
  ScorecardList,
  ScorecardTrend,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';
import { toResultQuery } from '../filters/toOwners';

const INTERVAL_MS = 60_000;

/** The scorecards in force, and what is wrong where they are read from. */
export function useScorecardList(): Reading<ScorecardList> {
  const api = useApi(handoverApiRef);
  return useReading<ScorecardList>({
    key: ['page', 'scorecards'],
    read: ({ signal }) => api.scorecards.list({ signal }),
    every: INTERVAL_MS,
  });
}

/** Levels change by the day. */
const TREND_INTERVAL_MS = 5 * 60_000;

/** How many of the services had which level on each of the last 90 days. */
export function useScorecardTrend(
  scorecard: string,
  filters: DocumentFilters,
): Reading<ScorecardTrend> {
  const api = useApi(handoverApiRef);
  const query = toResultQuery(filters);
  return useReading<ScorecardTrend>({
    key: ['page', 'scorecards', scorecard, 'trend', query],
    read: ({ signal }) => api.scorecards.getTrend(scorecard, query, { signal }),
    every: TREND_INTERVAL_MS,
    keepPrevious: true,
  });
}

/** How many of the services have which level, in all and by group. */
export function useScorecardCounts(
  scorecard: string,
  filters: DocumentFilters,
  groupBy?: 'owner' | 'system',
): Reading<ScorecardCounts> {
  const api = useApi(handoverApiRef);
  const query = { ...toResultQuery(filters), ...(groupBy && { groupBy }) };
  return useReading<ScorecardCounts>({
    key: ['page', 'scorecards', scorecard, query],
    read: ({ signal }) => api.scorecards.count(scorecard, query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}
