import type { KubernetesPod } from './objects';
import { type PodContext, podProblems } from './podProblems';
import { podStatus } from './podStatus';
import { toTime } from './time';
import type { PodSummary } from './types';

/** A pod as a list shows it. */
export function summarizePod(
  pod: KubernetesPod,
  options: PodContext,
): PodSummary {
  const { metadata = {}, spec, status } = pod;
  return {
    name: metadata.name ?? '',
    namespace: metadata.namespace ?? '',
    ...podStatus(pod),
    startedAt: toTime(status?.startTime ?? metadata.creationTimestamp),
    node: spec?.nodeName,
    ...(options.isReplaced ? { isReplaced: true } : {}),
    problems: podProblems(pod, options),
  };
}

/**
 * Sorts pods: not running first, then not ready, then by restarts. Replaced
 * pods come last.
 *
 * @alpha
 */
export function comparePods(a: PodSummary, b: PodSummary): number {
  return (
    Number(a.isReplaced ?? false) - Number(b.isReplaced ?? false) ||
    Number(b.problems.length > 0) - Number(a.problems.length > 0) ||
    Number(b.ready < b.containers) - Number(a.ready < a.containers) ||
    b.restarts - a.restarts ||
    a.name.localeCompare(b.name)
  );
}
