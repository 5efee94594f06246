import { parseLocalTime } from './localTime';
import { parseRecurrence } from './recurrence';

/**
 * The parts of a recurrence rule, including those that it takes from its start.
 *
 * @alpha
 */
export type RuleFields = {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count?: number;
  /** The last instant, or the last local time as if in UTC. RFC 3339. */
  until?: string;
  /** BYDAY. Weekdays count from 0 for Monday; the last one is -1. */
  weekdays: { weekday: number; nth?: number }[];
  /** BYMONTHDAY, ascending. */
  monthDays: number[];
  /** BYMONTH, ascending. 1 for January. */
  months: number[];
  /** BYSETPOS. */
  positions: number[];
  /** Times of day, in milliseconds after midnight. */
  times: number[];
  /** Whether the rule has BYWEEKNO or BYYEARDAY. */
  hasOtherDays: boolean;
};

/**
 * Reads an RFC 5545 rule for showing it.
 *
 * @param start - The local start of the schedule.
 * @throws RangeError that says what cannot be read.
 *
 * @alpha
 */
export function readRule(rule: string, start: string): RuleFields {
  const local = parseLocalTime(start);
  if (!local) {
    throw new RangeError(`'${start}' is not a local date or time`);
  }
  const { days, times, positions, until, ...rest } = parseRecurrence(
    rule,
    local.floating,
  );
  const ascending = (values: Iterable<number> = []) =>
    [...values].sort((a, b) => a - b);
  return {
    frequency: rest.frequency,
    interval: rest.interval,
    ...(rest.count !== undefined && { count: rest.count }),
    ...(until && {
      until: new Date(
        until.kind === 'utc' ? until.instant : until.floating,
      ).toISOString(),
    }),
    weekdays: [...(days.weekdays ?? [])],
    monthDays: ascending(days.monthDays),
    months: ascending(days.months),
    positions: [...(positions ?? [])],
    times: Array.from({ length: times.length }, (_, index) => times.at(index)),
    hasOtherDays: days.weekNumbers !== undefined || days.yearDays !== undefined,
  };
}
