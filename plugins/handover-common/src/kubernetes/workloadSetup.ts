import type { ClusterName } from './environments';
import { type ReleaseStart, releaseStartOf } from './releaseStart';
import { type Rollback, rollbackOf } from './rollback';
import type { Workload } from './types';

/**
 * Whether a workload can be rolled back.
 *
 * - `possible`: Kubernetes keeps an earlier revision
 * - `noEarlierRevision`: it keeps none
 * - `unknown`: the revisions were not read, or a tool such as Helm keeps its own
 *
 * @alpha
 */
export type RollbackChance = 'possible' | 'noEarlierRevision' | 'unknown';

/**
 * What a workload is set up to run. Of the state of its pods, it has only whether
 * they start.
 *
 * @alpha
 */
export type WorkloadSetup = Pick<
  Workload,
  'kind' | 'name' | 'namespace' | 'images' | 'hasHistory' | 'manager'
> & {
  /**
   * The desired number of pods, or the minimum of its autoscaler. Undefined if it
   * isn't known, and for a DaemonSet, which has as many as there are nodes for it.
   */
  replicas?: number;
  /** Latest first. */
  revisions: { number: number }[];
  /** When the current revision began, RFC 3339. */
  since?: string;
  rollback: RollbackChance;
  start: ReleaseStart;
};

/**
 * What an entity is set up to run in one cluster.
 *
 * @alpha
 */
export type ClusterSetup = {
  cluster: ClusterName;
  /** The only namespace that was read, if not all were. */
  onlyNamespace?: string;
  /** Why the cluster could not be read, or not completely. */
  problem?: string;
  workloads: WorkloadSetup[];
};

/**
 * The setup of a workload that has rollouts. Undefined for other kinds, such as
 * a CronJob.
 *
 * @param options.now - when it was read
 * @param options.knowsAutoscalers - whether autoscalers were read; without them,
 *   nobody knows how few pods there may be
 *
 * @alpha
 */
export function setupOf(
  workload: Workload,
  { now, knowsAutoscalers }: { now: Date; knowsAutoscalers: boolean },
): WorkloadSetup | undefined {
  const rollback = rollbackOf(workload, { now });
  if (!rollback) {
    return undefined;
  }
  const { kind, name, namespace, images, hasHistory, manager } = workload;
  const { desired, autoscaler, revisions, rolledOutAt } = workload;
  const since =
    revisions.find(({ isCurrent }) => isCurrent)?.createdAt ?? rolledOutAt;
  // Those of an Argo Rollout are summed up from its ReplicaSets, of which there
  // are more during a rollout.
  const isCounted = kind === 'Deployment' || kind === 'StatefulSet';
  const replicas =
    autoscaler?.min ?? (isCounted && knowsAutoscalers ? desired : undefined);
  return {
    kind,
    name,
    namespace,
    images,
    hasHistory,
    ...(manager && { manager }),
    ...(replicas !== undefined && { replicas }),
    revisions: revisions.map(({ number }) => ({ number })),
    ...(since && { since }),
    rollback: chanceOf(rollback),
    start: releaseStartOf(workload, { now }),
  };
}

function chanceOf({ target, missing }: Rollback): RollbackChance {
  if (target) {
    return 'possible';
  }
  return missing === 'noEarlierRevision' ? missing : 'unknown';
}
