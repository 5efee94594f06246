import type {
  Metrics,
  Promotion,
  RunPage,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';

/** So many runs are read, of all branches. Fewer are shown. */
const RUNS = 50;
const INTERVAL_MS = 60_000;

export type Delivery = { promotion: Promotion; runs: RunPage };

/** Deployed versions of an entity, and how it got there. */
export function useDelivery(entityRef: string): Reading<Delivery> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['delivery', entityRef],
    read: async ({ signal }) => {
      const [promotion, runs] = await Promise.all([
        api.delivery.getPromotion(entityRef, { signal }),
        api.delivery.listRuns(entityRef, { limit: RUNS }, { signal }),
      ]);
      return { promotion, runs };
    },
    every: INTERVAL_MS,
  });
}

/** How well delivery of an entity goes, over a period. */
export function useMetrics(entityRef: string, days: 30 | 90): Reading<Metrics> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['delivery', entityRef, 'metrics', days],
    read: ({ signal }) =>
      api.delivery.getMetrics(entityRef, { days }, { signal }),
    every: INTERVAL_MS,
    keepPrevious: true,
  });
}
