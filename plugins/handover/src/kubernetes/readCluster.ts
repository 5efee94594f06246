import {
  type ClusterFailure,
  type ClusterObjects,
  configMapsOfTable,
  failureOfStatus,
  KUBERNETES_ID,
  type KubernetesObjects,
  LABEL_SELECTOR,
  READ_KINDS,
  withoutValues,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { Entity } from '@backstage/catalog-model';
import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';
import type { Cluster } from './types';

/** So long a cluster may take for an answer. */
export const TIMEOUT_MS = 6_000;

/** Asks for the table of `kubectl get`: of a ConfigMap it has no values. */
const AS_TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

/** A list of objects, or the table that was asked for. */
type ListBody = Parameters<typeof configMapsOfTable>[0] & { items?: object[] };

type Outcome = { items: unknown[] } | { failure: ClusterFailure };

/** How many keys they have. A server that makes no tables sends them whole. */
const CONFIG_MAPS = {
  accept: `${AS_TABLE},application/json`,
  itemsOf: (body: ListBody) =>
    body.rows ? configMapsOfTable(body) : (body.items ?? []).map(withoutValues),
};

/**
 * Reads one cluster by itself, through the Kubernetes plugin's proxy: for when
 * the answer of all of them together waits for one.
 */
export async function readCluster(
  api: Pick<KubernetesApi, 'proxy'>,
  cluster: Cluster,
  entity: Entity,
  signal: AbortSignal,
): Promise<ClusterObjects> {
  const { annotations = {} } = entity.metadata;
  const selector =
    annotations[LABEL_SELECTOR] ??
    `${KUBERNETES_ID}=${annotations[KUBERNETES_ID]}`;
  const namespace = annotations['backstage.io/kubernetes-namespace'];
  const outcomes = await Promise.all(
    READ_KINDS.map(({ path, plural, key }) =>
      list(api, cluster, {
        path: `${path}${
          namespace ? `/namespaces/${encodeURIComponent(namespace)}` : ''
        }/${plural}?labelSelector=${encodeURIComponent(selector)}`,
        signal,
        ...(key === 'configMaps' ? CONFIG_MAPS : {}),
      }),
    ),
  );
  const objects: Record<string, unknown[]> = {};
  const unread: string[] = [];
  const failures: ClusterFailure[] = [];
  outcomes.forEach((outcome, index) => {
    const { key, plural, isAside } = READ_KINDS[index];
    if ('items' in outcome) {
      objects[key] = outcome.items;
    } else {
      failures.push(outcome.failure);
      if (!isAside) {
        unread.push(plural);
      }
    }
  });
  return failures.length === READ_KINDS.length
    ? { cluster, objects: {}, failure: failures[0], unread: [] }
    : { cluster, objects: objects as KubernetesObjects, unread };
}

/** Events of a namespace that warn, or undefined where they cannot be read. */
export async function readEvents(
  api: Pick<KubernetesApi, 'proxy'>,
  cluster: Cluster,
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
  cluster: Cluster,
  {
    path,
    signal,
    accept,
    itemsOf = ({ items = [] }) => items,
  }: {
    path: string;
    signal: AbortSignal;
    accept?: string;
    itemsOf?: (body: ListBody) => unknown[];
  },
): Promise<Outcome> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await api.proxy({
      clusterName: cluster.name,
      path,
      init: {
        signal: AbortSignal.any([signal, timeout]),
        ...(accept ? { headers: { Accept: accept } } : {}),
      },
    });
    if (!response.ok) {
      return { failure: failureOfStatus(response.status) };
    }
    return { items: itemsOf(await response.json()) };
  } catch (error) {
    signal.throwIfAborted();
    return {
      failure: timeout.aborted
        ? { reason: 'silent' }
        : { reason: 'unreachable', message: String(error) },
    };
  }
}
