import type { KubernetesPod } from './objects';
import { type PodContext, podProblems } from './podProblems';
import { podStatus } from './podStatus';
import { conditionOf } from './progress';
import { toTime } from './time';
import type { PodSummary } from './types';

/** A pod as a list shows it. */
export function summarizePod(
  pod: KubernetesPod,
  options: PodContext & { revision?: number },
): PodSummary {
  const { metadata = {}, spec, status } = pod;
  return {
    name: metadata.name ?? '',
    namespace: metadata.namespace ?? '',
    ...podStatus(pod),
    startedAt: toTime(status?.startTime ?? metadata.creationTimestamp),
    ...unready(pod),
    ...(options.revision === undefined ? {} : { revision: options.revision }),
    node: spec?.nodeName,
    ...(options.isReplaced ? { isReplaced: true } : {}),
    problems: podProblems(pod, options),
  };
}

/** Since when a pod that should be ready is not: from its creation if it never was. */
function unready({ metadata, status }: KubernetesPod) {
  const ready = conditionOf(status?.conditions, 'Ready');
  const since =
    ready?.status === 'True' || status?.phase === 'Succeeded'
      ? undefined
      : toTime(ready?.lastTransitionTime ?? metadata?.creationTimestamp);
  return since ? { unreadySince: since } : {};
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
