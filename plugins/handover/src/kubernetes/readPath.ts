import type { KubernetesApi } from '@backstage/plugin-kubernetes-react';
import { TIMEOUT_MS } from './readCluster';

/**
 * Reads a path of a cluster through the Kubernetes plugin's proxy, with the
 * viewer's permissions.
 *
 * @throws Error that says why it can't be read.
 */
export async function readPath(
  api: Pick<KubernetesApi, 'proxy'>,
  { cluster, path }: { cluster: string; path: string },
  signal: AbortSignal,
): Promise<string> {
  const response = await api.proxy({
    clusterName: cluster,
    path,
    init: {
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(
      `${messageOf(text) ?? response.statusText} (${response.status})`,
    );
  }
  return text;
}

/** Kubernetes answers with a Status, a proxy with anything. */
function messageOf(text: string): string | undefined {
  try {
    const { message, error } = JSON.parse(text);
    const found = message ?? error?.message;
    return typeof found === 'string' ? found.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
