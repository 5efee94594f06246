import type { Workload, WorkloadRevision } from './types';

/**
 * A note that people must read before they run the command.
 *
 * @alpha
 */
export type RollbackNote =
  /**
   * Rollouts are paused. The command resumes them, which also rolls out changes
   * that were held back.
   */
  | 'paused'
  /** Pods roll back only when someone deletes them. */
  | 'onDelete'
  /**
   * Pods roll back one at a time. One that doesn't become ready holds up the
   * others, also after the rollback, until someone deletes it.
   */
  | 'oneByOne'
  /** Volumes and their data don't roll back. */
  | 'volumes'
  /** The target was last live long ago. */
  | 'longAgo'
  /** The target is several revisions back. */
  | 'farBack';

/** Databases, data and interfaces may have moved on by then. */
const LONG_AGO_MS = 14 * 24 * 60 * 60 * 1_000;

/** As many revisions back are several. */
const FAR_BACK = 3;

/** The revisions that a rollback goes from and to. */
export type Jump = { current?: WorkloadRevision; target?: WorkloadRevision };

/**
 * Returns what people must know before they roll a workload back.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
 */
export function rollbackNotes(
  workload: Workload,
  { current, target }: Jump,
  { now, lastLiveAt }: { now: Date; lastLiveAt?: string },
): RollbackNote[] {
  const { kind, isPaused, isUpdatedOnDelete } = workload;
  const isStateful = kind === 'StatefulSet';
  const holds: [RollbackNote, boolean | undefined][] = [
    ['paused', isPaused],
    ['onDelete', isUpdatedOnDelete],
    ['oneByOne', isStateful && !isUpdatedOnDelete],
    ['volumes', isStateful],
    [
      'longAgo',
      lastLiveAt !== undefined &&
        now.getTime() - Date.parse(lastLiveAt) > LONG_AGO_MS,
    ],
    [
      'farBack',
      current && target && current.number - target.number >= FAR_BACK,
    ],
  ];
  return holds.flatMap(([note, isTrue]) => (isTrue ? [note] : []));
}

/**
 * Until when the target of a rollback was live: until the current revision was
 * rolled out. After a rollback, the current revision is older than the target.
 * Undefined if nobody knows, or if pods of the target still serve.
 */
export function lastLiveOf(
  { pods, rolledOutAt }: Workload,
  target: WorkloadRevision | undefined,
): string | undefined {
  const isServing = pods.some(
    ({ revision, ready }) => revision === target?.number && ready > 0,
  );
  if (!target || !rolledOutAt || isServing) {
    return undefined;
  }
  const { createdAt = rolledOutAt } = target;
  return Date.parse(createdAt) > Date.parse(rolledOutAt)
    ? createdAt
    : rolledOutAt;
}
