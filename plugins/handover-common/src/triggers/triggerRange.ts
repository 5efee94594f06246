import { durationMs } from '../text/duration';
import type { MeasuredTrigger } from './types';

/**
 * The times for which the results of a query are read, in milliseconds since
 * the epoch.
 *
 * @alpha
 */
export type TriggerRange = { from: number; to: number; stepMs: number };

/** At least so much is shown. */
const MIN_SPAN_MS = 60 * 60_000;

/** How much more than the period of the trigger is read, so that its start is seen. */
const MARGIN = 1.25;

/** Results of one query. More if the steps must be shorter to divide the period. */
const STEPS = 120;

/**
 * How long a trigger must hold, in milliseconds. Infinite if its duration cannot
 * be read, so that the trigger is never met by mistake.
 */
export function holdMs({ for: hold }: MeasuredTrigger): number {
  return hold === undefined ? 0 : durationMs(hold) ?? Infinity;
}

/**
 * The range that a trigger is evaluated from, up to now. The steps divide the
 * period of the trigger, so that it isn't met late by the rest of a step.
 *
 * @throws RangeError if the duration of the trigger has no fixed length
 *
 * @alpha
 */
export function triggerRange(
  trigger: MeasuredTrigger,
  now: number,
): TriggerRange {
  const hold = holdMs(trigger);
  if (!Number.isFinite(hold)) {
    throw new RangeError(`The duration '${trigger.for}' has no fixed length`);
  }
  const span = Math.max(MIN_SPAN_MS, hold * MARGIN);
  const stepMs = divide(hold, Math.ceil(span / STEPS / 1_000) * 1_000);
  // Systems of metrics count in whole seconds.
  const to = Math.floor(now / 1_000) * 1_000;
  return { from: to - stepMs * Math.floor(span / stepMs), to, stepMs };
}

/** The longest step up to `maxMs` that divides the period, if it is longer. */
function divide(periodMs: number, maxMs: number): number {
  return periodMs > maxMs
    ? Math.ceil(periodMs / Math.ceil(periodMs / maxMs))
    : maxMs;
}
