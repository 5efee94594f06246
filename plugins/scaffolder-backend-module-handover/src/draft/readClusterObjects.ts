import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { ClusterObject } from './sources/clusterObjects';

/** Types of the Kubernetes plugin that something is drafted from, and what they are. */
const TYPES: Record<string, { apiVersion: string; kind: string }> = {
  deployments: { apiVersion: 'apps/v1', kind: 'Deployment' },
  statefulsets: { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  daemonsets: { apiVersion: 'apps/v1', kind: 'DaemonSet' },
  cronjobs: { apiVersion: 'batch/v1', kind: 'CronJob' },
  horizontalpodautoscalers: {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
  },
};

/** More are not read: a draft must be read by someone. */
const MAX_OBJECTS = 100;
const TIMEOUT_MS = 20_000;

type ClusterObjects = {
  cluster: { name: string };
  resources: { type: string; resources: JsonObject[] }[];
  errors: { errorType: string; statusCode?: number }[];
};

/**
 * What of an entity runs, as Backstage's Kubernetes plugin shows it to whoever
 * started the task.
 *
 * @returns the objects, and the clusters that could not be read with why
 * @throws Error where the plugin is not there or does not answer
 */
export async function readClusterObjects(
  entityRef: string,
  options: {
    auth: AuthService;
    discovery: DiscoveryService;
    credentials: BackstageCredentials;
    signal?: AbortSignal;
  },
): Promise<{ objects: ClusterObject[]; failed: string[] }> {
  const { auth, discovery, credentials, signal } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'kubernetes',
  });
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(
    `${await discovery.getBaseUrl('kubernetes')}/resources/workloads/query`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ entityRef, auth: {} }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    },
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const { items }: { items: ClusterObjects[] } = await response.json();
  return {
    objects: items
      .flatMap(({ cluster, resources }) =>
        resources.flatMap(({ type, resources: objects }) =>
          Object.hasOwn(TYPES, type)
            ? objects.map(object => ({
                cluster: cluster.name,
                object: { ...TYPES[type], ...withoutValues(object) },
              }))
            : [],
        ),
      )
      .slice(0, MAX_OBJECTS),
    failed: items.flatMap(({ cluster, errors }) =>
      errors
        .slice(0, 1)
        .map(({ errorType, statusCode }) =>
          [cluster.name, statusCode ?? errorType].join(': '),
        ),
    ),
  };
}

/** An object's name and spec, without the values of variables, which may be secret. */
function withoutValues({ metadata, spec }: JsonObject): JsonObject {
  const { name, namespace } = (metadata ?? {}) as JsonObject;
  return {
    metadata: { name, namespace },
    spec: JSON.parse(
      JSON.stringify(spec ?? {}, (key, value) =>
        key === 'env' || key === 'envFrom' ? undefined : value,
      ),
    ),
  };
}
