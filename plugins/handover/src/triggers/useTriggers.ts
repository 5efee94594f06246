import type { RollbackTriggers } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';

/** As often as alerts are read. */
const INTERVAL_MS = 20_000;
/** Where nothing can be read, a source is only there after a restart. */
const IDLE_INTERVAL_MS = 5 * 60_000;

/** Which rollback triggers of an entity are met. All who show them share one reading. */
export function useTriggers(entityRef: string): Reading<RollbackTriggers> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['triggers', entityRef],
    read: ({ signal }) => api.triggers.get(entityRef, { signal }),
    every: ({ sources }) =>
      sources.length > 0 ? INTERVAL_MS : IDLE_INTERVAL_MS,
  });
}
