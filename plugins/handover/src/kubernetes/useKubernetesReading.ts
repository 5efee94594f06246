import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  kubernetesApiRef,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { type Reading, useReading } from '../components';
import { readWorkloads } from './readWorkloads';
import type { ClusterReading } from './types';

/** Long enough to be no burden, short enough to see a pod come up. */
const INTERVAL_MS = 20_000;

/** What runs of an entity, or that the portal has nothing to do with Kubernetes. */
export type KubernetesReading =
  | Reading<ClusterReading[]>
  | { status: 'absent' };

/** Reads what runs of an entity. All panels that show it share one reading. */
export function useKubernetesReading(entity: Entity): KubernetesReading {
  const apis = useApiHolder();
  const kubernetes = apis.get(kubernetesApiRef);
  const authProviders = apis.get(kubernetesAuthProvidersApiRef);
  const isPresent = Boolean(kubernetes && authProviders);
  const reading = useReading<ClusterReading[]>({
    key: [
      'kubernetes',
      stringifyEntityRef(entity),
      entity.metadata.annotations,
    ],
    read: async ({ signal, show }) =>
      readWorkloads({
        kubernetes: kubernetes!,
        authProviders: authProviders!,
        entity,
        signal,
        onProgress: show,
      }),
    every: INTERVAL_MS,
    enabled: isPresent,
  });
  return isPresent ? reading : { status: 'absent' };
}
