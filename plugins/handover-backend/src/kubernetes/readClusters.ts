import {
  type ClusterFailure,
  type ClusterObjects,
  type ClusterSetup,
  setupOf,
  summarizeWorkloads,
  toClusterObjects,
  type WorkloadSetup,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { z } from 'zod';
import type { KubernetesClient } from './KubernetesClient';
import type { EntityAnnotations } from './store';

/** Of all workloads of an entity together, as JSON. */
const MAX_CHARACTERS = 256 * 1024;

const FAILURES: Record<ClusterFailure['reason'], string> = {
  unauthorized: 'it did not accept the credentials',
  forbidden: 'it denied access',
  silent: 'it did not answer',
  unreachable: 'it cannot be reached',
};

/** Without these, it is not known which workloads there are. */
const NEEDED = [
  ['deployments', 'Deployments'],
  ['statefulSets', 'StatefulSets'],
  ['daemonSets', 'DaemonSets'],
  ['replicaSets', 'ReplicaSets'],
] as const;

const name = z.string().min(1).max(253);
const text = z.string().max(1_000);
const count = z.int().min(0);

/** Objects are not checked one by one, but what is kept of them is. */
const WORKLOADS: z.ZodType<WorkloadSetup[]> = z.array(
  z.object({
    kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']),
    name,
    namespace: name,
    images: z
      .array(
        z.object({
          container: text,
          repository: text,
          tag: text.optional(),
          digest: text.optional(),
        }),
      )
      .min(1)
      .max(100),
    hasHistory: z.boolean(),
    manager: z.custom<WorkloadSetup['manager']>().optional(),
    replicas: count.optional(),
    revisions: z.array(z.object({ number: count })).max(1_000),
    since: z.iso.datetime({ offset: true }).optional(),
    rollback: z.enum(['possible', 'noEarlierRevision', 'unknown']),
    start: z.discriminatedUnion('state', [
      z.object({ state: z.enum(['started', 'unknown']) }),
      z.object({
        state: z.literal('failing'),
        since: z.iso.datetime({ offset: true }),
      }),
    ]),
  }),
);

/**
 * Reads what an entity runs in all clusters in which it can be.
 *
 * @throws Error that says why they could not be read, without anything of the
 *   response
 */
export async function readClusters(
  entityRef: string,
  options: {
    annotations: EntityAnnotations;
    client: Pick<KubernetesClient, 'listClusters' | 'listObjects'>;
    signal: AbortSignal;
  },
): Promise<ClusterSetup[]> {
  const { annotations, client } = options;
  const known = await client.listClusters(options);
  const only = annotations['backstage.io/kubernetes-cluster'];
  const onlyNamespace = annotations['backstage.io/kubernetes-namespace'];
  const answers = await client.listObjects(entityRef, options);
  if (answers.items.length === 0) {
    // Perhaps no cluster was asked, which depends on how the plugin finds them.
    throw new Error('nothing of the entity was found in any cluster');
  }
  const setups = toClusterObjects(
    answers,
    known.filter(cluster => !only || cluster.name === only),
  ).map(each => ({
    ...toSetup(each),
    ...(onlyNamespace && { onlyNamespace }),
  }));
  if (JSON.stringify(setups).length > MAX_CHARACTERS) {
    throw new Error('there are too many workloads');
  }
  return setups;
}

function toSetup({
  cluster,
  objects,
  failure,
  unread,
}: ClusterObjects): ClusterSetup {
  const cannotRead = (problem: string): ClusterSetup => ({
    cluster,
    problem,
    workloads: [],
  });
  if (failure) {
    return cannotRead(FAILURES[failure.reason]);
  }
  if (unread.length > 0) {
    return cannotRead('some kinds of objects could not be read');
  }
  const absent = NEEDED.find(([key]) => objects[key] === undefined);
  if (absent) {
    return cannotRead(`the Kubernetes plugin does not read ${absent[1]}`);
  }
  try {
    const now = new Date();
    const workloads = summarizeWorkloads(objects, { now });
    const knowsAutoscalers = objects.autoscalers !== undefined;
    return {
      cluster,
      workloads: WORKLOADS.parse(
        workloads.flatMap(
          each => setupOf(each, { now, knowsAutoscalers }) ?? [],
        ),
      ).sort(byIdentity),
    };
  } catch {
    return cannotRead('it has objects of an unexpected form');
  }
}

/** Clusters list objects in any order. */
function byIdentity(a: WorkloadSetup, b: WorkloadSetup): number {
  const key = (each: WorkloadSetup) =>
    [each.namespace, each.kind, each.name].join('/');
  return key(a) < key(b) ? -1 : 1;
}
