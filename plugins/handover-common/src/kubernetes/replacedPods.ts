import type { KubernetesPod } from './objects';
import { hasEnded, NODE_LOST } from './podStatus';
import { toTime } from './time';

/**
 * Pods that ended (evicted, shut down with their node, failed or completed) and
 * that their controller has replaced. Kubernetes keeps them for a long time.
 * As many as are missing are not replaced: those that started last.
 *
 * @param pods - all pods of one controller
 * @param wanted - how many pods the controller wants
 */
export function replacedPods(
  pods: readonly KubernetesPod[],
  wanted: number,
): KubernetesPod[] {
  const live = pods.filter(
    each => !isGone(each) && !each.metadata?.deletionTimestamp,
  );
  const missing = Math.max(0, wanted - live.length);
  return pods
    .filter(isGone)
    .sort((a, b) => startOf(b).localeCompare(startOf(a)))
    .slice(missing);
}

/** It ended, or is being deleted from a node that no longer answers. */
export function isGone(pod: KubernetesPod): boolean {
  return (
    hasEnded(pod) ||
    (pod.metadata?.deletionTimestamp !== undefined &&
      pod.status?.reason === NODE_LOST)
  );
}

function startOf({ metadata, status }: KubernetesPod): string {
  return toTime(status?.startTime ?? metadata?.creationTimestamp) ?? '';
}
