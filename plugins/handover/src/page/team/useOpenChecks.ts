import type {
  ListOpenChecksQuery,
  OpenCheckPage,
} from '@backstage-handover/plugin-handover-common';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';
import { toResultQuery } from '../filters/toOwners';
import type { FleetState } from '../state/fleetState';
import { PAGE_SIZE } from '../useFleet';

const INTERVAL_MS = 60_000;

/** The viewer and their groups. Final: it changes only when they sign in again. */
export function useOwnership(): Reading<string[]> {
  const identity = useApi(identityApiRef);
  return useReading<string[]>({
    key: ['page', 'ownership'],
    read: async () =>
      (await identity.getBackstageIdentity()).ownershipEntityRefs,
  });
}

/** One page of what owners have to fix: the viewer, unless the filters name others. */
export function useOpenChecks(
  ownership: string[],
  state: FleetState,
): Reading<OpenCheckPage> {
  return useChecks({
    ...toQuery(ownership, state),
    cursor: state.cursor,
    limit: PAGE_SIZE,
  });
}

/** The first page of what the same owners do not pass, but does not count yet. */
export function useUpcomingChecks(
  ownership: string[],
  state: FleetState,
): Reading<OpenCheckPage> {
  return useChecks({
    ...toQuery(ownership, state),
    upcoming: true,
    limit: PAGE_SIZE,
  });
}

function toQuery(
  ownership: string[],
  { filters }: FleetState,
): ListOpenChecksQuery {
  return {
    ...toResultQuery(filters),
    ...(!filters.owner && { within: ownership }),
  };
}

function useChecks(query: ListOpenChecksQuery): Reading<OpenCheckPage> {
  const api = useApi(handoverApiRef);
  return useReading<OpenCheckPage>({
    // Read again with everything else when an exemption changes.
    key: ['scorecards', 'open-checks', query],
    read: ({ signal }) => api.scorecards.listOpenChecks(query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}
