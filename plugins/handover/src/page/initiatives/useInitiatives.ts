import type {
  InitiativeBurnUp,
  InitiativeDetails,
  InitiativeEntityPage,
  InitiativeOwnersQuery,
  InitiativePage,
  ListInitiativeEntitiesQuery,
  ListInitiativesQuery,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';

const INTERVAL_MS = 60_000;

/** The burn-up changes by the day. */
const BURN_UP_INTERVAL_MS = 5 * 60_000;

/** The beginning of the keys of all readings of initiatives. */
export const INITIATIVES_KEY = ['initiatives'];

/** One page of initiatives. */
export function useInitiativePage(
  query: ListInitiativesQuery,
): Reading<InitiativePage> {
  const api = useApi(handoverApiRef);
  return useReading<InitiativePage>({
    key: [...INITIATIVES_KEY, 'list', query],
    read: ({ signal }) => api.initiatives.list(query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** One initiative, by team. */
export function useInitiative(
  id: string,
  owners: InitiativeOwnersQuery,
): Reading<InitiativeDetails> {
  const api = useApi(handoverApiRef);
  return useReading<InitiativeDetails>({
    key: [...INITIATIVES_KEY, id, owners],
    read: ({ signal }) => api.initiatives.get(id, owners, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}

/** How an initiative went, day by day. */
export function useBurnUp(
  id: string,
  owners: InitiativeOwnersQuery,
): Reading<InitiativeBurnUp> {
  const api = useApi(handoverApiRef);
  return useReading<InitiativeBurnUp>({
    key: [...INITIATIVES_KEY, id, 'burn-up', owners],
    read: ({ signal }) => api.initiatives.getBurnUp(id, owners, { signal }),
    every: BURN_UP_INTERVAL_MS,
    keepPrevious: true,
  });
}

/** One page of the services of an initiative. */
export function useInitiativeEntities(
  id: string,
  query: ListInitiativeEntitiesQuery,
): Reading<InitiativeEntityPage> {
  const api = useApi(handoverApiRef);
  return useReading<InitiativeEntityPage>({
    key: [...INITIATIVES_KEY, id, 'entities', query],
    read: ({ signal }) => api.initiatives.listEntities(id, query, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}
