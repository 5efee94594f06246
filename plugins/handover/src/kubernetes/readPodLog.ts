import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';
import { readPath } from './readPath';

/** The log of a container, now or before its last restart. */
export type PodLogTarget = {
  cluster: string;
  namespace: string;
  pod: string;
  container?: string;
  previous: boolean;
};

/** As much as is read of a log's end. */
const LINES = 40;
const BYTES = 64 * 1024;

/**
 * Reads the end of a log through the Kubernetes plugin's proxy, with the viewer's
 * permissions. The plugin's own client for logs reads them whole.
 *
 * @throws Error that says why it can't be read.
 */
export async function readPodLog(
  api: Pick<KubernetesApi, 'proxy'>,
  { cluster, namespace, pod, container, previous }: PodLogTarget,
  signal: AbortSignal,
): Promise<string> {
  const query = new URLSearchParams({
    tailLines: String(LINES),
    limitBytes: String(BYTES),
    ...(container && { container }),
    ...(previous && { previous: 'true' }),
  });
  const path = ['namespaces', namespace, 'pods', pod, 'log']
    .map(encodeURIComponent)
    .join('/');
  return readPath(api, { cluster, path: `/api/v1/${path}?${query}` }, signal);
}
