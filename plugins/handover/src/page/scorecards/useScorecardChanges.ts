import type {
  DocumentFilters,
  ScorecardChanges,
  ScorecardDetails,
  ScorecardPreview,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';
import { toResultQuery } from '../filters/toOwners';

/** Changes over days are looked at for long. */
const INTERVAL_MS = 5 * 60_000;

/** Where scores rose and fell most in the last days. */
export function useScorecardChanges(
  scorecard: string,
  filters: DocumentFilters,
  days: number,
): Reading<ScorecardChanges> {
  const api = useApi(handoverApiRef);
  const query = { ...toResultQuery(filters), days };
  return useReading<ScorecardChanges>({
    key: ['page', 'scorecards', scorecard, 'changes', query],
    read: ({ signal }) =>
      api.scorecards.getChanges(scorecard, query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** What the next checks that begin to count change. Loading forever if there are none. */
export function useScorecardPreview(
  { name, checks }: ScorecardDetails,
  filters: DocumentFilters,
): Reading<ScorecardPreview> {
  const api = useApi(handoverApiRef);
  const query = toResultQuery(filters);
  const today = new Date().toISOString().slice(0, 10);
  return useReading<ScorecardPreview>({
    key: ['page', 'scorecards', name, 'preview', query],
    read: ({ signal }) => api.scorecards.preview(name, query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
    enabled: checks.some(
      ({ enforcedFrom }) => enforcedFrom !== undefined && enforcedFrom > today,
    ),
  });
}
