import type { Alerts } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';

/** As often as the clusters are read. */
const INTERVAL_MS = 20_000;
/** Where nothing can be read, a provider is only there after a restart. */
const IDLE_INTERVAL_MS = 5 * 60_000;

/** The firing alerts of an entity. All who show them share one reading. */
export function useAlerts(entityRef: string): Reading<Alerts> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['alerts', entityRef],
    read: ({ signal }) => api.alerts.list(entityRef, { signal }),
    every: ({ providers }) =>
      providers.length > 0 ? INTERVAL_MS : IDLE_INTERVAL_MS,
  });
}
