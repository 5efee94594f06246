import { durationMs } from '../text/duration';
import { holdMs } from './triggerRange';
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
 * first trigger is met, or with the deployment if it was met before.
 *
 * @returns undefined if triggers are not watched now: the deployment is too long
 *   ago, or in the future
 *
 * @alpha
 */
export function triggerWatch(options: {
  deployment: Pick<TriggerWatch, 'environment' | 'version' | 'deployedAt'>;
  triggers: readonly EvaluatedTrigger[];
  /** ISO 8601 durations of the handover. */
  rollback: { watchFor?: string; decideWithin?: string };
  now: number;
}): TriggerWatch | undefined {
  const { deployment, triggers, rollback, now } = options;
  const deployedAt = Date.parse(deployment.deployedAt);
  const watchMs = durationMs(rollback.watchFor ?? DEFAULT_WATCH_FOR);
  const until = deployedAt + (watchMs ?? Infinity);
  if (!(deployedAt <= now && now < until)) {
    return undefined;
  }
  const metAt = Math.min(...triggers.flatMap(timeOfMeeting));
  const decideMs = durationMs(rollback.decideWithin ?? '');
  const decideBy = Math.max(metAt, deployedAt) + (decideMs ?? Infinity);
  return {
    ...deployment,
    until: toTime(until),
    ...(Number.isFinite(decideBy) && { decideBy: toTime(decideBy) }),
  };
}

/** When a trigger that is met held long enough. */
function timeOfMeeting(trigger: EvaluatedTrigger): number[] {
  return trigger.state === 'met' && trigger.since !== undefined
    ? [Date.parse(trigger.since) + holdMs(trigger)]
    : [];
}

function toTime(ms: number): string {
  return new Date(Math.min(ms, LAST_MS)).toISOString();
}
