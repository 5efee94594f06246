import type {
  Condition,
  KubernetesDaemonSet,
  KubernetesDeployment,
  KubernetesStatefulSet,
  ObjectMeta,
} from './objects';

/** How far a rollout is. */
export type Progress = {
  isRollingOut: boolean;
  /** It cannot go on by itself. */
  isStuck?: boolean;
  /** Why, in Kubernetes' words. */
  message?: string;
};

/** How many replicas there are if none are given. */
export const DEFAULT_REPLICAS = 1;

const ON_DELETE = 'OnDelete';

/** The reason of a Deployment's condition `Progressing` after a complete rollout. */
const COMPLETE = 'NewReplicaSetAvailable';

/**
 * As `kubectl rollout status` decides it, with two exceptions, where kubectl
 * would wait for ever: nothing rolls out while a Deployment is paused, and a
 * rollout that was completed is not under way again because pods have failed
 * since.
 *
 * @see https://github.com/kubernetes/kubectl/blob/master/pkg/polymorphichelpers/rollout_status.go
 */
export function deploymentProgress({
  metadata,
  spec,
  status = {},
}: KubernetesDeployment): Progress {
  const failure = conditionOf(status.conditions, 'ReplicaFailure');
  const progressing = conditionOf(status.conditions, 'Progressing');
  const available = conditionOf(status.conditions, 'Available');
  if (!isObserved(metadata, status)) {
    // Conditions are about what was wanted before.
    return { isRollingOut: true };
  }
  const { replicas = 0, readyReplicas = 0, updatedReplicas = 0 } = status;
  const isUpdated =
    updatedReplicas >= (spec?.replicas ?? DEFAULT_REPLICAS) &&
    replicas <= updatedReplicas;
  const isComplete =
    isUpdated &&
    (progressing?.reason === COMPLETE ||
      availableOf(
        status.availableReplicas,
        status.unavailableReplicas,
        readyReplicas,
      ) >= updatedReplicas);
  const isRollingOut = !isComplete && !spec?.paused;
  const stuck = [
    progressing?.reason === 'ProgressDeadlineExceeded' && progressing,
    failure?.status === 'True' && failure,
    available?.status === 'False' && !isRollingOut && available,
  ].find(each => typeof each === 'object');
  const message =
    stuck?.message ?? (spec?.paused ? progressing?.message : undefined);
  return {
    isRollingOut,
    isStuck: stuck !== undefined,
    ...(message ? { message } : {}),
  };
}

/**
 * Whether the current revision has never been rolled out completely. A rollout
 * that was complete stays so: Kubernetes keeps the reason if pods fail or are added.
 */
export function wasNeverComplete({
  metadata,
  status = {},
}: KubernetesDeployment): boolean {
  return (
    // Otherwise, the current revision is the one before.
    isObserved(metadata, status) &&
    conditionOf(status.conditions, 'Progressing')?.reason !== COMPLETE
  );
}

/** As `kubectl rollout status` decides it. With `OnDelete` nothing rolls out by itself. */
export function statefulSetProgress({
  metadata,
  spec,
  status = {},
}: KubernetesStatefulSet): Progress {
  if (!isObserved(metadata, status)) {
    return { isRollingOut: true };
  }
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  if (type === ON_DELETE) {
    return { isRollingOut: false };
  }
  const { readyReplicas = 0, updatedReplicas = 0 } = status;
  const replicas = spec?.replicas ?? DEFAULT_REPLICAS;
  if (readyReplicas < replicas) {
    return { isRollingOut: true };
  }
  return {
    isRollingOut: rollingUpdate
      ? updatedReplicas < replicas - (rollingUpdate.partition ?? 0)
      : status.currentRevision !== status.updateRevision,
  };
}

/** As `kubectl rollout status` decides it. With `OnDelete` nothing rolls out by itself. */
export function daemonSetProgress({
  metadata,
  spec,
  status = {},
}: KubernetesDaemonSet): Progress {
  if (!isObserved(metadata, status)) {
    return { isRollingOut: true };
  }
  if (isUpdatedOnDelete(spec)) {
    return { isRollingOut: false };
  }
  const { desiredNumberScheduled: desired = 0, numberReady = 0 } = status;
  const available = availableOf(
    status.numberAvailable,
    status.numberUnavailable,
    numberReady,
  );
  return {
    isRollingOut:
      (status.updatedNumberScheduled ?? 0) < desired || available < desired,
  };
}

/** Whether pods keep their revision until someone deletes them. */
export function isUpdatedOnDelete(
  spec: { updateStrategy?: { type?: string } } | undefined,
): boolean {
  return spec?.updateStrategy?.type === ON_DELETE;
}

/** The condition of a type, whether it holds or not. */
export function conditionOf(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(each => each.type === type);
}

/** Whether the controller has seen what is wanted now. */
function isObserved(
  metadata: ObjectMeta | undefined,
  status: { observedGeneration?: number },
): boolean {
  return (status.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
}

/** Kubernetes leaves out numbers that are 0: one of the two is there. */
function availableOf(
  available: number | undefined,
  unavailable: number | undefined,
  ready: number,
): number {
  return available ?? (unavailable ? 0 : ready);
}
