import { findingsOf } from './findings';
import type { Workload } from './types';

/**
 * Whether the release that a workload was last given has started.
 *
 * - `started`: pods of it are ready, and nothing of the workload fails
 * - `failing`: none of its pods is ready, and some fail, five minutes after the
 *   first of them began
 * - `unknown`: anything else, such as a rollout that is under way
 *
 * @alpha
 */
export type ReleaseStart =
  | { state: 'started' }
  | {
      state: 'failing';
      /** When the first of its pods began, RFC 3339. */
      since: string;
    }
  | { state: 'unknown' };

/** Pods may fail while they wait for something that comes a moment later. */
const STARTING_MS = 5 * 60_000;

const UNKNOWN: ReleaseStart = { state: 'unknown' };

/**
 * Decides whether the release of a workload has started. A workload that fails
 * after its rollout was complete says nothing about the start.
 *
 * @alpha
 */
export function releaseStartOf(
  workload: Workload,
  { now }: { now: Date },
): ReleaseStart {
  const current = workload.revisions.find(({ isCurrent }) => isCurrent);
  // With `OnDelete`, its pods began at any time.
  if (!current || workload.isUpdatedOnDelete) {
    return UNKNOWN;
  }
  const own = workload.pods.filter(
    pod => pod.revision === current.number && !pod.isReplaced,
  );
  if (workload.state === 'healthy') {
    return own.some(pod => pod.containers > 0 && pod.ready === pod.containers)
      ? { state: 'started' }
      : UNKNOWN;
  }
  const [began] = own
    .flatMap(({ startedAt }) => startedAt ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return began !== undefined &&
    failsToStart(workload) &&
    now.getTime() - Date.parse(began) >= STARTING_MS
    ? { state: 'failing', since: began }
    : UNKNOWN;
}

function failsToStart(workload: Workload): boolean {
  const isDeployment = workload.kind === 'Deployment';
  if (isDeployment && !workload.neverComplete) {
    return false;
  }
  // Other kinds count a pod that fails later as a rollout.
  const isFirst = isDeployment && workload.isRollingOut;
  return findingsOf([workload]).some(
    ({ kind }) =>
      kind === 'releaseFailing' || (kind === 'unavailable' && isFirst),
  );
}
