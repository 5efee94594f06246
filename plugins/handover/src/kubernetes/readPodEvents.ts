import {
  type KubernetesEvent,
  type PodEvent,
  recentEvents,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';
import { readPath } from './readPath';

/** Whose events are read. */
export type PodEventsTarget = {
  cluster: string;
  namespace: string;
  pod: string;
};

/** The server returns them in no particular order. */
const LIMIT = 500;

/**
 * Reads the events of a pod, latest first, with the viewer's permissions. The
 * plugin's own client doesn't report why a cluster refuses.
 *
 * @throws Error that says why they can't be read.
 */
export async function readPodEvents(
  api: Pick<KubernetesApi, 'proxy'>,
  { cluster, namespace, pod }: PodEventsTarget,
  signal: AbortSignal,
): Promise<PodEvent[]> {
  const query = new URLSearchParams({
    limit: String(LIMIT),
    fieldSelector: `involvedObject.kind=Pod,involvedObject.name=${pod}`,
  });
  const path = `/api/v1/namespaces/${encodeURIComponent(
    namespace,
  )}/events?${query}`;
  const text = await readPath(api, { cluster, path }, signal);
  return recentEvents(itemsOf(text));
}

function itemsOf(text: string): KubernetesEvent[] {
  const { items } = JSON.parse(text) ?? {};
  if (!Array.isArray(items)) {
    throw new Error('The response is not a list of events');
  }
  return items;
}
