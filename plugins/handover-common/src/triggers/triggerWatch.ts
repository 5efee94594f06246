import { roughDurationMs } from '../text/duration';
import { firstMeeting } from './firstMeeting';
import type { EvaluatedTrigger, TriggerWatch } from './types';

/**
 * How long triggers are watched after a deployment if `rollback.watchFor` isn't
 * set.
 *
 * @alpha
 */
export const DEFAULT_WATCH_FOR = 'PT1H';

/** The end of the year 9999, the last that RFC 3339 can write. */
const LAST_MS = Date.UTC(9999, 11, 31);

/**
 * The watch after a production deployment. The time to decide begins when the
 * first of the triggers that are met now was met, or with the deployment if it
 * was met before.
 *
 * @returns undefined if triggers are not watched now: the deployment is in the
 *   future, or too long ago and no decision is open
 *
 * @alpha
 */
export function triggerWatch(options: {
  deployment: Omit<TriggerWatch, 'until' | 'decideBy'>;
  triggers: readonly EvaluatedTrigger[];
  /** ISO 8601 durations of the handover. */
  rollback: { watchFor?: string; decideWithin?: string };
  now: number;
}): TriggerWatch | undefined {
  const { deployment, triggers, rollback, now } = options;
  const deployedAt = Date.parse(deployment.deployedAt);
  const watchMs = roughDurationMs(rollback.watchFor ?? DEFAULT_WATCH_FOR);
  const until = deployedAt + (watchMs ?? Infinity);
  const metAt = Math.min(
    ...triggers.map(each => firstMeeting(each, deployedAt) ?? Infinity),
  );
  const decideMs = roughDurationMs(rollback.decideWithin ?? '');
  const decideBy = metAt + (decideMs ?? Infinity);
  const isOpen = metAt < until && Number.isFinite(decideBy) && now < decideBy;
  if (!(deployedAt <= now && (now < until || isOpen))) {
    return undefined;
  }
  return {
    ...deployment,
    until: toTime(isOpen ? Math.max(until, decideBy) : until),
    ...(Number.isFinite(decideBy) && { decideBy: toTime(decideBy) }),
  };
}

function toTime(ms: number): string {
  return new Date(Math.min(ms, LAST_MS)).toISOString();
}
