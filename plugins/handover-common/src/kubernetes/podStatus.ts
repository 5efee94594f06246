import type { ContainerStatus, KubernetesPod, Termination } from './objects';

/** What `kubectl get pods` prints of a pod. */
export type PodStatus = {
  /** Its column STATUS. */
  status: string;
  /** The two numbers of its column READY. */
  ready: number;
  containers: number;
  /** Its column RESTARTS. */
  restarts: number;
};

/** Set by the node controller when the node no longer answers. */
export const NODE_LOST = 'NodeLost';

/**
 * Counts as `kubectl get pods` does: native sidecars count as containers; the
 * restarts of other init containers count only while the pod initializes.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/printers/internalversion/printers.go
 */
export function podStatus(pod: KubernetesPod): PodStatus {
  const { metadata, spec, status } = pod;
  const initStatuses = status?.initContainerStatuses ?? [];
  const statuses = status?.containerStatuses ?? [];
  const sidecars = sidecarsOf(pod);
  const blocking = initStatuses.findIndex(each => !isPast(each, sidecars));
  const isInitialized = blocking < 0 || conditionIsTrue(pod, 'Initialized');
  // What comes after a container that blocks does not count.
  const counted =
    blocking < 0 ? initStatuses : initStatuses.slice(0, blocking + 1);
  const readySidecars = counted.filter(
    each => isRunningSidecar(each, sidecars) && each.ready,
  ).length;
  const running = statuses.filter(
    ({ ready, state }) =>
      ready && state?.running && !state.waiting && !state.terminated,
  ).length;

  let word = unlessContainersTell(pod);
  if (blocking >= 0) {
    word =
      initReason(initStatuses[blocking]) ??
      `Init:${blocking}/${spec?.initContainers?.length ?? initStatuses.length}`;
  }
  if (isInitialized) {
    // The first container that says something has the last word.
    word = statuses.map(containerReason).find(Boolean) ?? word;
    if (word === 'Completed' && running > 0) {
      word = conditionIsTrue(pod, 'Ready') ? 'Running' : 'NotReady';
    }
  }
  if (metadata?.deletionTimestamp) {
    if (status?.reason === NODE_LOST) {
      word = 'Unknown';
    } else if (!hasEnded(pod)) {
      word = 'Terminating';
    }
  }
  return {
    status: word,
    ready: readySidecars + (isInitialized ? running : 0),
    containers: (spec?.containers ?? statuses).length + sidecars.size,
    restarts: sum(
      isInitialized
        ? [...counted.filter(({ name }) => sidecars.has(name)), ...statuses]
        : counted,
    ),
  };
}

/** Whether no container of it will run again. */
export function hasEnded({ status }: KubernetesPod): boolean {
  return status?.phase === 'Failed' || status?.phase === 'Succeeded';
}

/** Names of the init containers that run as long as the pod does. */
export function sidecarsOf({ spec }: KubernetesPod): Set<string | undefined> {
  return new Set(
    (spec?.initContainers ?? [])
      .filter(({ restartPolicy }) => restartPolicy === 'Always')
      .map(({ name }) => name),
  );
}

/** Whether a condition of a pod holds. */
export function conditionIsTrue(
  { status }: KubernetesPod,
  type: string,
): boolean {
  return (status?.conditions ?? []).some(
    each => each.type === type && each.status === 'True',
  );
}

/** The next init container may start: this one ended well, or is a sidecar that has started. */
function isPast(
  container: ContainerStatus,
  sidecars: ReadonlySet<string | undefined>,
): boolean {
  return endedWell(container) || isRunningSidecar(container, sidecars);
}

function endedWell({ state }: ContainerStatus): boolean {
  return state?.terminated !== undefined && !state.terminated.exitCode;
}

function isRunningSidecar(
  container: ContainerStatus,
  sidecars: ReadonlySet<string | undefined>,
): boolean {
  return (
    sidecars.has(container.name) &&
    container.started === true &&
    !endedWell(container)
  );
}

function unlessContainersTell({ status }: KubernetesPod): string {
  const isGated = status?.conditions?.some(
    ({ type, reason }) =>
      type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  return isGated
    ? 'SchedulingGated'
    : status?.reason || status?.phase || 'Unknown';
}

function initReason({ state }: ContainerStatus): string | undefined {
  if (state?.terminated) {
    return `Init:${terminationReason(state.terminated)}`;
  }
  const reason = state?.waiting?.reason;
  return reason && reason !== 'PodInitializing' ? `Init:${reason}` : undefined;
}

function containerReason({ state }: ContainerStatus): string | undefined {
  return (
    state?.waiting?.reason ||
    (state?.terminated && terminationReason(state.terminated))
  );
}

function terminationReason({ reason, signal, exitCode }: Termination): string {
  return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`);
}

function sum(statuses: readonly ContainerStatus[]): number {
  return statuses.reduce(
    (total, { restartCount }) => total + (restartCount ?? 0),
    0,
  );
}
