import type { ClusterName } from './environments';
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
 * What a workload is set up to run. It leaves out the state of its pods, and
 * everything else that changes without a rollout.
 *
 * @alpha
 */
export type WorkloadSetup = Pick<
  Workload,
  'kind' | 'name' | 'namespace' | 'images' | 'hasHistory' | 'manager'
> & {
  /**
   * The desired number of pods, or the minimum of its autoscaler. Undefined for
   * a DaemonSet, which has as many as there are nodes for it.
   */
  replicas?: number;
  /** Latest first. */
  revisions: { number: number }[];
  /** When the current revision began, RFC 3339. */
  since?: string;
  rollback: RollbackChance;
};

/**
 * What an entity is set up to run in one cluster.
 *
 * @alpha
 */
export type ClusterSetup = {
  cluster: ClusterName;
  /** Why the cluster could not be read, or not completely. */
  problem?: string;
  workloads: WorkloadSetup[];
};

/**
 * The setup of a workload that has rollouts. Undefined for other kinds, such as
 * a CronJob.
 *
 * @alpha
 */
export function setupOf(workload: Workload): WorkloadSetup | undefined {
  const rollback = rollbackOf(workload, {});
  if (!rollback) {
    return undefined;
  }
  const { kind, name, namespace, images, hasHistory, manager } = workload;
  const { desired, autoscaler, revisions, rolledOutAt } = workload;
  const since =
    revisions.find(({ isCurrent }) => isCurrent)?.createdAt ?? rolledOutAt;
  return {
    kind,
    name,
    namespace,
    images,
    hasHistory,
    ...(manager && { manager }),
    ...(kind !== 'DaemonSet' && { replicas: autoscaler?.min ?? desired }),
    revisions: revisions.map(({ number }) => ({ number })),
    ...(since && { since }),
    rollback: chanceOf(rollback),
  };
}

function chanceOf({ target, missing }: Rollback): RollbackChance {
  if (target) {
    return 'possible';
  }
  return missing === 'noEarlierRevision' ? missing : 'unknown';
}
