import type { OnCall } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';

const INTERVAL_MS = 60_000;

/** Where no system applies, one seldom does a minute later. */
const IDLE_INTERVAL_MS = 15 * 60_000;

/** Who is on call for an entity. */
export function useOnCall(entityRef: string): Reading<OnCall> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['oncall', entityRef],
    read: ({ signal }) => api.onCall.get(entityRef, { signal }),
    every: ({ providers }) =>
      providers.length > 0 ? INTERVAL_MS : IDLE_INTERVAL_MS,
  });
}
