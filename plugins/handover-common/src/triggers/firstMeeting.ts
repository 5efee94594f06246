import { holdMs } from './triggerRange';
import type { EvaluatedTrigger } from './types';

/**
 * When a trigger that is met now was first met after a time, in milliseconds
 * since the epoch: it may have dipped since. The time itself if the trigger was
 * met then, or may have been: of what isn't known, the earlier time counts.
 *
 * @returns undefined if the trigger isn't met now
 */
export function firstMeeting(
  trigger: EvaluatedTrigger,
  after: number,
): number | undefined {
  const { state, since, orEarlier } = trigger;
  if (state !== 'met' || since === undefined) {
    return undefined;
  }
  const latest = orEarlier ? after : Date.parse(since) + holdMs(trigger);
  return Math.max(after, Math.min(latest, earlierMeeting(trigger, after)));
}

/** As the history shows it. Infinite if it shows none. */
function earlierMeeting(trigger: EvaluatedTrigger, after: number): number {
  const { history, above = Infinity, below = -Infinity } = trigger;
  if (!history) {
    return Infinity;
  }
  const from = Date.parse(history.from);
  const stepMs = Math.round(history.stepSeconds * 1_000);
  const hold = holdMs(trigger);
  // Where results are missing, they may have been beyond the limit, too.
  let possibleStart: number | undefined = -Infinity;
  let knownStart: number | undefined;
  for (const [index, value] of history.values.entries()) {
    const at = from + index * stepMs;
    if (value === null) {
      possibleStart ??= at;
      knownStart = undefined;
    } else if (value > above || value < below) {
      possibleStart ??= at;
      knownStart ??= at;
      if (at >= after && at - knownStart >= hold) {
        return possibleStart + hold;
      }
    } else {
      possibleStart = undefined;
      knownStart = undefined;
    }
  }
  return Infinity;
}
