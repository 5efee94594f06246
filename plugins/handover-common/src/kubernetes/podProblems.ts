import type {
  ContainerStatus,
  KubernetesEvent,
  KubernetesPod,
  Termination,
} from './objects';
import { conditionIsTrue, NODE_LOST, sidecarsOf } from './podStatus';
import { isSameTrouble } from './reasons';
import { toTime } from './time';
import type { LastTermination, PodProblem } from './types';

/** A container waits for these before every start. */
const STARTING = ['ContainerCreating', 'PodInitializing'];

/** Reasons of events that say why a pod does not start or is not ready. */
const TELLING_EVENTS = [
  'Unhealthy',
  'FailedMount',
  'FailedAttachVolume',
  'FailedCreatePodSandBox',
  'FailedScheduling',
  'Evicted',
  'Preempted',
];

/** So long after a container ended for want of memory, it is still said. */
const RECENT_MS = 60 * 60 * 1_000;

export type PodContext = {
  events?: readonly KubernetesEvent[];
  now: Date;
  /** Its workload runs another pod in its place. */
  isReplaced?: boolean;
  /** It is not meant to complete, as pods of a Deployment are not. */
  isLongRunning?: boolean;
};

/**
 * Why a pod does not run as it should, in the words of Kubernetes; empty if it
 * does, or if it was replaced. Events of other objects are ignored.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
 */
export function podProblems(
  pod: KubernetesPod,
  options: PodContext,
): PodProblem[] {
  const { status = {}, metadata = {} } = pod;
  const { phase, reason, message } = status;
  if (options.isReplaced) {
    return [];
  }
  if (phase === 'Succeeded') {
    return options.isLongRunning
      ? [problemOf({ reason: reason ?? 'Completed', message })]
      : [];
  }
  if (metadata.deletionTimestamp) {
    return reason === NODE_LOST ? [problemOf({ reason, message })] : [];
  }
  const events = (options.events ?? []).filter(
    event =>
      event.type !== 'Normal' &&
      event.involvedObject?.kind === 'Pod' &&
      event.involvedObject.name === metadata.name &&
      event.involvedObject.namespace === metadata.namespace,
  );

  const statuses = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ];
  const problems = statuses.flatMap(each =>
    containerProblem(each, options.now),
  );

  // The pod's own words count where no container says more.
  if (reason || (phase === 'Failed' && problems.length === 0)) {
    problems.unshift(problemOf({ reason: reason ?? 'Failed', message }));
  }
  const unscheduled = status.conditions?.find(
    each => each.type === 'PodScheduled' && each.status === 'False',
  );
  if (unscheduled) {
    problems.push(
      problemOf({
        reason: unscheduled.reason ?? 'Unschedulable',
        message: unscheduled.message,
      }),
    );
  }
  addEvents(problems, events, conditionIsTrue(pod, 'Ready'));
  if (problems.length === 0) {
    problems.push(...notReady(pod));
  }
  return problems.map(problem => ({
    ...problem,
    messages: [...new Set(problem.messages)],
  }));
}

function containerProblem(
  { name, state, lastState, restartCount }: ContainerStatus,
  now: Date,
): PodProblem[] {
  const last = toTermination(lastState?.terminated);
  const shared = {
    container: name,
    restarts: restartCount,
    ...(last ? { lastTermination: last } : {}),
  };
  const { waiting, terminated } = state ?? {};
  if (waiting?.reason && !STARTING.includes(waiting.reason)) {
    const { reason, message } = waiting;
    return [problemOf({ reason, message, ...shared })];
  }
  if (terminated && terminated.exitCode !== 0) {
    const ended = toTermination(terminated);
    return [
      problemOf({
        reason: terminated.reason ?? 'Error',
        message: terminated.message,
        ...shared,
        lastTermination: ended,
      }),
    ];
  }
  // It runs again; the next time is only a matter of time.
  if (
    last?.reason === 'OOMKilled' &&
    last.finishedAt &&
    now.getTime() - Date.parse(last.finishedAt) < RECENT_MS
  ) {
    return [
      problemOf({ reason: 'OOMKilled', message: last.message, ...shared }),
    ];
  }
  return [];
}

/** Why a pod that has been scheduled and runs is not ready, unless it has just begun. */
function notReady(pod: KubernetesPod): PodProblem[] {
  const { status } = pod;
  const condition = status?.conditions?.find(each => each.type === 'Ready');
  const sidecars = sidecarsOf(pod);
  const running = [
    ...(status?.initContainerStatuses ?? []).filter(({ name }) =>
      sidecars.has(name),
    ),
    ...(status?.containerStatuses ?? []),
  ].filter(({ state }) => state?.running);
  const { reason, message } = condition ?? {};
  const isTrouble =
    (reason === 'ContainersNotReady' && running.some(each => !each.ready)) ||
    (reason === 'ReadinessGatesNotReady' && running.length > 0);
  return condition?.status === 'False' && isTrouble
    ? [problemOf({ reason, message })]
    : [];
}

/**
 * Adds what events say: to the problem that they are about, or as one of their
 * own. Of a pod that is ready they tell the past.
 */
function addEvents(
  problems: PodProblem[],
  events: KubernetesEvent[],
  podIsReady: boolean,
): void {
  for (const { reason, message } of events) {
    const same = problems.find(problem =>
      problem.reasons.some(each => reason && isSameTrouble(each, reason)),
    );
    const isTelling =
      !podIsReady && reason !== undefined && TELLING_EVENTS.includes(reason);
    if (same) {
      if (message) {
        same.messages.push(message);
      }
    } else if (isTelling) {
      problems.push(problemOf({ reason, message }));
    } else if (problems.length === 1 && message) {
      // One thing is wrong: what else is said is about it.
      problems[0].messages.push(message);
    }
  }
}

function problemOf(
  problem: Omit<PodProblem, 'reasons' | 'messages'>,
): PodProblem {
  const { reason, message, lastTermination: last } = problem;
  const reasons = [reason, ...(last?.reason ? [last.reason] : [])];
  const messages = [message, last?.message].flatMap(each => each ?? []);
  return {
    ...(Object.fromEntries(
      Object.entries(problem).filter(([, value]) => value !== undefined),
    ) as typeof problem),
    reasons: [...new Set(reasons)],
    messages,
  };
}

function toTermination(
  terminated: Termination | undefined,
): LastTermination | undefined {
  if (!terminated) {
    return undefined;
  }
  const { reason, exitCode, message, finishedAt } = terminated;
  return { reason, exitCode, message, finishedAt: toTime(finishedAt) };
}
