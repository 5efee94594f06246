import { addDays, daysBetween } from './days';

/**
 * The reason to notify owners about an initiative.
 *
 * @alpha
 */
export type InitiativeMilestone = {
  kind: 'start' | 'halfTime' | 'twoWeeks' | 'twoDays' | 'overdue';
  /** Grows from one milestone to the next: each week after the end is one. */
  order: number;
};

/** Of a milestone before the end. */
const LAST_ORDER = 3;

/**
 * The latest milestone that an initiative has reached on a day: its start, half
 * time, two weeks and two days before its last day, or a number of weeks after
 * it. If several fall on one day, it is the one that says most about the time
 * left.
 *
 * @param day - A date in UTC, as all others.
 *
 * @alpha
 */
export function latestMilestone(
  day: string,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): InitiativeMilestone | undefined {
  const weeksOver = Math.floor(daysBetween(endsOn, day) / 7);
  if (weeksOver > 0) {
    return { kind: 'overdue', order: LAST_ORDER + weeksOver };
  }
  const halfTime = addDays(
    startsOn,
    Math.floor(daysBetween(startsOn, endsOn) / 2),
  );
  return (
    (
      [
        { kind: 'start', on: startsOn },
        { kind: 'halfTime', on: halfTime },
        { kind: 'twoWeeks', on: addDays(endsOn, -14) },
        { kind: 'twoDays', on: addDays(endsOn, -2) },
      ] as const
    )
      .filter(({ on }) => on >= startsOn)
      // Stable: what says more about the time left stays behind the other.
      .sort((a, b) => daysBetween(b.on, a.on))
      .map(({ kind, on }, order) => ({ kind, order, on }))
      .filter(({ on }) => on <= day)
      .map(({ kind, order }) => ({ kind, order }))
      .at(-1)
  );
}
