import type {
  DocumentFilters,
  DocumentPage,
  FleetSummary,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';
import type { FleetGroupBy, FleetState } from './state/fleetState';

/** Handovers change seldom, and the page is looked at for long. */
const INTERVAL_MS = 5 * 60_000;

/** Services on one page of the list. */
export const PAGE_SIZE = 50;

/** Groups that are shown. */
const MAX_GROUPS = 100;

/** One page of the services that match the filters. */
export function useServices({
  filters,
  sort,
  order,
  cursor,
}: FleetState): Reading<DocumentPage> {
  const api = useApi(handoverApiRef);
  const query = {
    ...filters,
    sort,
    order,
    include: 'levels' as const,
    cursor,
    limit: PAGE_SIZE,
  };
  return useReading<DocumentPage>({
    key: ['page', 'services', query],
    read: ({ signal }) => api.documents.list(query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** The figures of the services that match the filters, in all or by group. */
export function useSummary(
  filters: DocumentFilters,
  groupBy?: FleetGroupBy,
): Reading<FleetSummary> {
  const api = useApi(handoverApiRef);
  const query = {
    ...filters,
    ...(groupBy && { groupBy, limit: MAX_GROUPS }),
  };
  return useReading<FleetSummary>({
    key: ['page', 'summary', query],
    read: ({ signal }) => api.documents.getSummary(query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}
