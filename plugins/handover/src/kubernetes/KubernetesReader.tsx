import type { Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  kubernetesApiRef,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { type Dispatch, type SetStateAction, useEffect } from 'react';
import { readWorkloads } from './readWorkloads';
import type { ClusterReading, KubernetesReading } from './types';

/** Long enough to be no burden, short enough to see a pod come up. */
const INTERVAL_MS = 20_000;

/** Reads what runs again and again while somebody looks. Shows nothing. */
export function KubernetesReader({
  entity,
  onReading,
}: {
  entity: Entity;
  onReading: Dispatch<SetStateAction<KubernetesReading>>;
}) {
  const apis = useApiHolder();
  const kubernetes = apis.get(kubernetesApiRef);
  const authProviders = apis.get(kubernetesAuthProvidersApiRef);

  useEffect(() => {
    if (!kubernetes || !authProviders) {
      onReading({ status: 'absent' });
      return undefined;
    }
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let isReading = false;
    let isFirst = true;
    const read = async () => {
      isReading = true;
      try {
        const show = (clusters: ClusterReading[]) => {
          if (!abort.signal.aborted) {
            onReading({ status: 'ready', clusters, at: Date.now() });
          }
        };
        const clusters = await readWorkloads({
          kubernetes,
          authProviders,
          entity,
          signal: abort.signal,
          // Later it would take away what was seen before.
          onProgress: isFirst ? show : () => {},
        });
        isFirst = false;
        show(clusters);
      } catch (error) {
        if (!abort.signal.aborted) {
          const { message } = error as Error;
          // What was seen last is better than nothing, with how old it is.
          onReading(last =>
            last.status === 'ready'
              ? { ...last, error: message }
              : { status: 'failed', message },
          );
        }
      }
      isReading = false;
      if (!abort.signal.aborted && document.visibilityState === 'visible') {
        timer = setTimeout(read, INTERVAL_MS);
      }
    };
    const onVisible = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible' && !isReading) {
        read();
      }
    };
    read();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [kubernetes, authProviders, entity, onReading]);

  return null;
}
