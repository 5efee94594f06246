import type { PodSummary, Workload, WorkloadRevision } from './types';

/**
 * What is wrong with a workload:
 *
 * - `releaseFailing`: no pod of the latest revision is ready, and some fail.
 *   Pods of the revision before may still serve.
 * - `unavailable`: no pod is ready
 * - `jobFailed`: the last run failed
 * - `degraded`: some pods fail while others are ready
 * - `rolloutStuck`: the rollout cannot continue, though no pod fails
 * - `notReady`: no pod is ready yet, and none fails
 * - `scaledToZero`: no pod is wanted
 * - `autoscalerSaturated`: the load asks for more pods than the autoscaler may run
 *
 * @alpha
 */
export type FindingKind =
  | 'unavailable'
  | 'releaseFailing'
  | 'degraded'
  | 'jobFailed'
  | 'rolloutStuck'
  | 'notReady'
  | 'scaledToZero'
  | 'autoscalerSaturated';

/**
 * One thing that is wrong with a workload now. The kinds from `rolloutStuck` on
 * are warnings: nothing fails yet.
 *
 * @alpha
 */
export type Finding = {
  kind: FindingKind;
  severity: 'failure' | 'warning';
  workload: Workload;
  /** RFC 3339; undefined where the cluster does not say. */
  since?: string;
  /** In the words of Kubernetes, `CrashLoopBackOff` for example. */
  reason?: string;
  /** Version of the release that fails, where its images say it. */
  release?: string;
  /** Version that pods which are ready still run, and their number. */
  serving?: { version?: string; pods: number };
};

/** What matters most first. */
const ORDER: FindingKind[] = [
  'unavailable',
  'releaseFailing',
  'degraded',
  'jobFailed',
  'rolloutStuck',
  'notReady',
  'scaledToZero',
  'autoscalerSaturated',
];
const WARNINGS = ORDER.slice(ORDER.indexOf('rolloutStuck'));
const JOBS: Workload['kind'][] = ['CronJob', 'Job'];

/**
 * What is wrong with workloads now, what matters most first. Empty if nothing is.
 *
 * @alpha
 */
export function findingsOf(workloads: readonly Workload[]): Finding[] {
  return workloads
    .flatMap(workload => [
      ...troubleOf(workload),
      ...(workload.autoscaler?.isSaturated
        ? [finding('autoscalerSaturated', workload)]
        : []),
    ])
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** What keeps it from running as it should; of several, what matters most. */
function troubleOf(workload: Workload): Finding[] {
  const pods = workload.pods.filter(pod => !pod.isReplaced);
  const failing = pods.filter(pod => pod.problems.length > 0);
  const reason = commonReason(failing);
  if (JOBS.includes(workload.kind)) {
    return workload.state === 'failing'
      ? [finding('jobFailed', workload, { reason })]
      : [];
  }
  const release = failingRelease(workload, pods);
  if (release) {
    return [finding('releaseFailing', workload, { reason, ...release })];
  }
  if (workload.state === 'failing') {
    return [
      finding('unavailable', workload, {
        reason,
        // It went down with the last pod that was ready.
        since: latest(pods.map(pod => pod.unreadySince)),
        ...versionOf(currentOf(workload)),
      }),
    ];
  }
  if (failing.length > 0) {
    const since = earliest(failing.map(pod => pod.unreadySince));
    return [
      finding('degraded', workload, {
        reason,
        since,
        ...versionOf(currentOf(workload)),
      }),
    ];
  }
  if (workload.isStuck) {
    return [
      finding('rolloutStuck', workload, {
        ...versionOf(currentOf(workload)),
        ...servingOf(workload, pods),
      }),
    ];
  }
  if (workload.kind === 'Pod') {
    return [];
  }
  if (workload.desired === 0) {
    return [finding('scaledToZero', workload)];
  }
  return workload.ready === 0 ? [finding('notReady', workload)] : [];
}

/** The latest revision, where none of its pods is ready and it is not all that ever ran. */
function failingRelease(
  workload: Workload,
  pods: readonly PodSummary[],
): Pick<Finding, 'since' | 'release' | 'serving'> | undefined {
  const current = currentOf(workload);
  if (!current) {
    return undefined;
  }
  const own = pods.filter(pod => pod.revision === current.number);
  const earlier = pods.filter(
    pod => pod.revision !== undefined && pod.revision < current.number,
  );
  const isUnderWay =
    earlier.length > 0 ||
    // Other kinds count a pod that fails later as a rollout.
    (workload.kind === 'Deployment' && workload.isRollingOut === true);
  const hasEarlier = workload.revisions.some(
    ({ number }) => number < current.number,
  );
  const fails = own.some(pod => pod.problems.length > 0) && !own.some(isReady);
  return fails && isUnderWay && hasEarlier
    ? {
        since: earliest(own.map(pod => pod.unreadySince)),
        ...versionOf(current),
        ...servingOf(workload, earlier),
      }
    : undefined;
}

function finding(
  kind: FindingKind,
  workload: Workload,
  more: Omit<Finding, 'kind' | 'severity' | 'workload'> = {},
): Finding {
  return {
    kind,
    severity: WARNINGS.includes(kind) ? 'warning' : 'failure',
    workload,
    ...(Object.fromEntries(
      Object.entries(more).filter(([, value]) => value !== undefined),
    ) as typeof more),
  };
}

function currentOf({ revisions }: Workload): WorkloadRevision | undefined {
  return revisions.find(each => each.isCurrent);
}

/** The version of a revision: the tag of its first image, or the digest. */
function versionOf(revision: WorkloadRevision | undefined): {
  release?: string;
} {
  const [image] = revision?.images ?? [];
  const version = image?.tag ?? image?.digest?.slice(0, 'sha256:'.length + 12);
  return version ? { release: version } : {};
}

/** Of the pods that are ready: the revision that most of them run. */
function servingOf(
  { revisions }: Workload,
  pods: readonly PodSummary[],
): { serving?: Finding['serving'] } {
  const ready = pods.filter(isReady);
  if (ready.length === 0) {
    return {};
  }
  const number = mostFrequent(ready.map(pod => pod.revision));
  const { release } = versionOf(
    revisions.find(revision => revision.number === number),
  );
  return {
    serving: { ...(release ? { version: release } : {}), pods: ready.length },
  };
}

function isReady({ ready, containers }: PodSummary): boolean {
  return containers > 0 && ready === containers;
}

function commonReason(failing: readonly PodSummary[]): string | undefined {
  return mostFrequent(failing.map(pod => pod.problems[0].reason));
}

/** The first of those that there are most of. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return inOrder(times).at(0);
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return inOrder(times).at(-1);
}

function inOrder(times: readonly (string | undefined)[]): string[] {
  return times
    .flatMap(time => time ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
}
