import type { KubernetesObjects } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';
import { KUBERNETES_ID, LABEL_SELECTOR } from './isInKubernetes';
import { KINDS } from './kinds';
import { failureOfStatus } from './readAllClusters';
import type { ClusterFailure, ClusterObjects, LiveCluster } from './types';

/** So long a cluster may take for an answer. */
export const TIMEOUT_MS = 6_000;

type Outcome = { items: unknown[] } | { failure: ClusterFailure };

/**
 * Reads one cluster by itself, through the Kubernetes plugin's proxy: for when
 * the answer of all of them together waits for one.
 */
export async function readCluster(
  api: Pick<KubernetesApi, 'proxy'>,
  cluster: LiveCluster,
  entity: Entity,
  signal: AbortSignal,
): Promise<ClusterObjects> {
  const { annotations = {} } = entity.metadata;
  const selector =
    annotations[LABEL_SELECTOR] ??
    `${KUBERNETES_ID}=${annotations[KUBERNETES_ID]}`;
  const namespace = annotations['backstage.io/kubernetes-namespace'];
  const outcomes = await Promise.all(
    KINDS.map(({ path, plural }) =>
      list(api, cluster, {
        path: `${path}${
          namespace ? `/namespaces/${encodeURIComponent(namespace)}` : ''
        }/${plural}?labelSelector=${encodeURIComponent(selector)}`,
        signal,
      }),
    ),
  );
  const objects: Record<string, unknown[]> = {};
  const unread: string[] = [];
  const failures: ClusterFailure[] = [];
  outcomes.forEach((outcome, index) => {
    const { key, plural } = KINDS[index];
    if ('items' in outcome) {
      objects[key] = outcome.items;
    } else {
      unread.push(plural);
      failures.push(outcome.failure);
    }
  });
  return failures.length === KINDS.length
    ? { cluster, objects: {}, failure: failures[0], unread: [] }
    : { cluster, objects: objects as KubernetesObjects, unread };
}

/** Events of a namespace that warn, or undefined where they cannot be read. */
export async function readEvents(
  api: Pick<KubernetesApi, 'proxy'>,
  cluster: LiveCluster,
  namespace: string,
  signal: AbortSignal,
): Promise<KubernetesObjects['events']> {
  const outcome = await list(api, cluster, {
    path: `/api/v1/namespaces/${encodeURIComponent(
      namespace,
    )}/events?limit=500&fieldSelector=${encodeURIComponent(
      'type=Warning,involvedObject.kind=Pod',
    )}`,
    signal,
  });
  return 'items' in outcome
    ? (outcome.items as KubernetesObjects['events'])
    : undefined;
}

async function list(
  api: Pick<KubernetesApi, 'proxy'>,
  cluster: LiveCluster,
  { path, signal }: { path: string; signal: AbortSignal },
): Promise<Outcome> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await api.proxy({
      clusterName: cluster.name,
      path,
      init: { signal: AbortSignal.any([signal, timeout]) },
    });
    if (!response.ok) {
      return { failure: failureOfStatus(response.status) };
    }
    const { items = [] } = await response.json();
    return { items };
  } catch (error) {
    signal.throwIfAborted();
    return {
      failure: timeout.aborted
        ? { reason: 'silent' }
        : { reason: 'unreachable', message: String(error) },
    };
  }
}
