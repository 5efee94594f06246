import type {
  DocumentFilters,
  ScorecardCounts,
  ScorecardList,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';

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

/** How many of the services have which level, in all and by group. */
export function useScorecardCounts(
  scorecard: string,
  { owner, ownerTree, system }: DocumentFilters,
  groupBy: 'owner' | 'system',
): Reading<ScorecardCounts> {
  const api = useApi(handoverApiRef);
  const query = {
    ...(ownerTree ? { within: owner } : { owner }),
    system,
    groupBy,
  };
  return useReading<ScorecardCounts>({
    key: ['page', 'scorecards', scorecard, query],
    read: ({ signal }) => api.scorecards.count(scorecard, query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}
