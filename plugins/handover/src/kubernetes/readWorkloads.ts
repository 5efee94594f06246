import {
  type ClusterObjects,
  kindsRead,
  type KubernetesObjects,
  summarizeObjects,
  summarizeWorkloads,
  toClusterObjects,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { Entity } from '@backstage/catalog-model';
import type { KubernetesRequestBody } from '@backstage/plugin-kubernetes-common';
import type {
  KubernetesApi,
  KubernetesAuthProvidersApi,
} from '@backstage/plugin-kubernetes-react';
import { readCluster, readEvents } from './readCluster';
import type { ClusterReading, Cluster } from './types';

const LATE = Symbol('late');

/**
 * How long to wait for the response for all clusters before each one is
 * requested separately.
 */
const PATIENCE_MS = 4_000;

/**
 * Reads the workloads of an entity in all clusters of the portal, with the
 * viewer's permissions. Usually, one request to the Kubernetes plugin is
 * enough. If it waits for a slow cluster, each cluster is requested separately.
 *
 * @param options.onProgress - called with the results so far whenever a cluster
 *   that is requested separately responds
 */
export async function readWorkloads(options: {
  kubernetes: KubernetesApi;
  authProviders: KubernetesAuthProvidersApi;
  entity: Entity;
  signal: AbortSignal;
  onProgress: (readings: ClusterReading[]) => void;
}): Promise<ClusterReading[]> {
  const { kubernetes, authProviders, entity, signal, onProgress } = options;
  const known = await kubernetes.getClusters();
  signal.throwIfAborted();
  const only = entity.metadata.annotations?.['backstage.io/kubernetes-cluster'];
  const clusters = known.filter(({ name }) => !only || name === only);
  if (clusters.length === 0) {
    return [];
  }

  let body: KubernetesRequestBody = { entity };
  for (const authProvider of new Set(clusters.map(authProviderOf))) {
    body = await authProviders.decorateRequestBodyForAuth(authProvider, body);
  }
  const answer = await Promise.race([
    kubernetes.getObjectsByEntity(body),
    late(signal),
  ]);
  signal.throwIfAborted();
  if (answer !== LATE) {
    return Promise.all(
      toClusterObjects(answer, clusters.map(toCluster)).map(each =>
        withEvents(kubernetes, each, signal),
      ),
    );
  }
  const readings = clusters.map(
    (each): ClusterReading => ({
      cluster: toCluster(each),
      workloads: [],
      objects: [],
      kinds: [],
      unread: [],
      isPending: true,
    }),
  );
  await Promise.all(
    readings.map(async ({ cluster }, index) => {
      const read = await readCluster(kubernetes, cluster, entity, signal);
      readings[index] = await withEvents(kubernetes, read, signal);
      onProgress([...readings]);
    }),
  );
  return readings;
}

function authProviderOf(cluster: {
  authProvider: string;
  oidcTokenProvider?: string;
}): string {
  return cluster.authProvider === 'oidc'
    ? `oidc.${cluster.oidcTokenProvider}`
    : cluster.authProvider;
}

function toCluster(cluster: { name: string; title?: string }): Cluster {
  return { name: cluster.name, title: cluster.title };
}

function late(signal: AbortSignal): Promise<typeof LATE> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(LATE), PATIENCE_MS);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}

/** Summarizes, with the events where pods do not run: they often say why. */
async function withEvents(
  kubernetes: KubernetesApi,
  { objects, cluster, unread, ...rest }: ClusterObjects,
  signal: AbortSignal,
): Promise<ClusterReading> {
  const now = new Date();
  const toReading = (
    of: KubernetesObjects,
    notRead: string[],
  ): ClusterReading => {
    const workloads = summarizeWorkloads(of, { now });
    return {
      cluster,
      ...rest,
      unread: notRead,
      workloads,
      objects: summarizeObjects(of, workloads),
      kinds: kindsRead(of),
    };
  };
  const reading = toReading(objects, unread);
  const namespaces = new Set(
    reading.workloads.flatMap(({ namespace, pods }) =>
      pods.some(pod => pod.problems.length > 0 || pod.ready < pod.containers)
        ? [namespace]
        : [],
    ),
  );
  if (namespaces.size === 0) {
    return reading;
  }
  const events = await Promise.all(
    [...namespaces].map(namespace =>
      readEvents(kubernetes, cluster, namespace, signal),
    ),
  );
  return toReading(
    { ...objects, events: events.flatMap(each => each ?? []) },
    events.includes(undefined) ? [...unread, 'events'] : unread,
  );
}
