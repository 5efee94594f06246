import type { KubernetesEvent, KubernetesPod } from './objects';
import { isReady, podProblems } from './podProblems';
import { toTime } from './time';
import type { PodSummary } from './types';

/** A pod as a list shows it. */
export function summarizePod(
  pod: KubernetesPod,
  options: { events?: readonly KubernetesEvent[]; now: Date },
): PodSummary {
  const { metadata = {}, spec, status } = pod;
  const statuses = status?.containerStatuses ?? [];
  const problems = podProblems(pod, options);
  return {
    name: metadata.name ?? '',
    namespace: metadata.namespace ?? '',
    status: statusOf(pod, problems[0]?.reason),
    ready: statuses.filter(each => each.ready).length,
    containers: spec?.containers?.length ?? statuses.length,
    restarts: statuses.reduce((sum, each) => sum + (each.restartCount ?? 0), 0),
    startedAt: toTime(status?.startTime ?? metadata.creationTimestamp),
    node: spec?.nodeName,
    problems,
  };
}

function statusOf(pod: KubernetesPod, problem: string | undefined): string {
  if (pod.metadata?.deletionTimestamp) {
    return 'Terminating';
  }
  if (problem) {
    return problem;
  }
  const phase = pod.status?.phase ?? 'Unknown';
  if (phase === 'Succeeded') {
    return 'Completed';
  }
  return phase === 'Running' && !isReady(pod) ? 'Starting' : phase;
}

/** Those that do not run first, then those that are not ready, then the most restarts. */
export function comparePods(a: PodSummary, b: PodSummary): number {
  return (
    Number(b.problems.length > 0) - Number(a.problems.length > 0) ||
    Number(b.ready < b.containers) - Number(a.ready < a.containers) ||
    b.restarts - a.restarts ||
    a.name.localeCompare(b.name)
  );
}
