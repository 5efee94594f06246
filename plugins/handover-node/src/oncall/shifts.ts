import type { NextOnCall } from '@backstage-handover/plugin-handover-common';

/**
 * A stretch of time in which somebody is on call. Times are milliseconds since
 * the epoch.
 *
 * @public
 */
export type OnCallShift = {
  /** Identifies the person or the team. */
  who: string;
  /** The name of the person. Absent if a team is on call, or if the name is not known. */
  name?: string;
  start: number;
  end: number;
};

/**
 * Returns when somebody goes off call. Shifts that follow each other count as
 * one.
 *
 * @returns undefined if, according to the shifts, the person is not on call now
 *
 * @public
 */
export function endOfShift(
  shifts: readonly OnCallShift[],
  options: { who: string; now: number },
): number | undefined {
  const { who, now } = options;
  const own = shifts
    .filter(shift => shift.who === who)
    .sort((a, b) => a.start - b.start);
  let end = now;
  for (const shift of own) {
    if (shift.start <= end) {
      end = Math.max(end, shift.end);
    }
  }
  return end > now ? end : undefined;
}

/**
 * Returns the first person who comes on call later and is not on call now.
 *
 * @returns undefined if there is none, or if the name is not known
 *
 * @public
 */
export function nextOnCall(
  shifts: readonly OnCallShift[],
  options: { current: { has(who: string): boolean }; now: number },
): NextOnCall | undefined {
  const { current, now } = options;
  const [next] = shifts
    .filter(({ start, who }) => start > now && !current.has(who))
    .sort((a, b) => a.start - b.start);
  return next?.name === undefined
    ? undefined
    : { name: next.name, from: new Date(next.start).toISOString() };
}
