import type {
  Metrics,
  Promotion,
  RunPage,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { handoverApiRef } from '../api';

/** So many runs are shown. */
const RUNS = 5;
/** How often it is asked again while the page is in sight. */
const INTERVAL_MS = 60_000;

export type Delivery = {
  promotion: Promotion;
  metrics: Metrics;
  runs: RunPage;
};

export type DeliveryState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'ready'; delivery: Delivery };

/** What is deployed of an entity, how it got there and how well that goes. */
export function useDelivery(entityRef: string, days: 30 | 90): DeliveryState {
  const api = useApi(handoverApiRef);
  const [delivery, setDelivery] = useState<Delivery>();
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      timer = setTimeout(
        () => (document.visibilityState === 'visible' ? retry() : again()),
        INTERVAL_MS,
      );
    };
    Promise.all([
      api.delivery.getPromotion(entityRef, { signal }),
      api.delivery.getMetrics(entityRef, { days }, { signal }),
      api.delivery.listRuns(entityRef, { limit: RUNS }, { signal }),
    ]).then(
      ([promotion, metrics, runs]) => {
        if (!signal.aborted) {
          setDelivery({ promotion, metrics, runs });
          setError(undefined);
          again();
        }
      },
      reason => {
        if (!signal.aborted) {
          setError(reason);
        }
      },
    );
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [api, entityRef, days, attempt, retry]);

  if (delivery) {
    return { status: 'ready', delivery };
  }
  return error ? { status: 'failed', error, retry } : { status: 'loading' };
}
