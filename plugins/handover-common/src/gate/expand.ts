import { InputError } from '@backstage/errors';
import { type Environment, Environments } from '../environments/Environments';
import { compileSchedule } from './compile';
import type { CompiledSchedule } from './compiled';
import type { Interval } from './intervals';
import { parseInstant } from './instant';
import { DAY } from './localTime';
import { namesUsed } from './environments';
import {
  appliesToEnvironment,
  sortedCalendars,
  sortedWindows,
  whyUnreadable,
} from './relevance';
import type { HandoverWindow } from './schema';
import type { Calendar, WindowOccurrence } from './types';

/**
 * The longest range that can be expanded at once, in days.
 *
 * @alpha
 */
export const MAX_RANGE_DAYS = 1100;
const DEFAULT_LIMIT = 2000;

/**
 * Options of `expandOccurrences`.
 *
 * @alpha
 */
export type ExpandOptions = {
  /** RFC 3339, inclusive. */
  from: string;
  /** RFC 3339, exclusive; at most {@link MAX_RANGE_DAYS} days after `from`. */
  to: string;
  /** Only windows that apply to this environment, by any of its names. */
  environment?: string;
  /** The known environments. The default is the built-in ones. */
  environments?: Environments;
  /** Maximum number of occurrences. The default is 2000. */
  limit?: number;
};

/**
 * The result of `expandOccurrences`.
 *
 * @public
 */
export type ExpandedOccurrences = {
  /** By start, then calendar and window. */
  items: WindowOccurrence[];
  /** Whether later occurrences were left out because there are more than `limit`. */
  truncated: boolean;
  /** Calendars and windows that could not be read. */
  problems: { calendar: string; window?: string; message: string }[];
};

/**
 * Returns every occurrence of the calendars' windows that overlaps a range,
 * with its full length.
 *
 * Throws an InputError if the range is empty or too long, or if the environment
 * isn't known, because an empty result would suggest that there are no windows.
 *
 * @alpha
 */
export function expandOccurrences(
  calendars: Calendar[],
  options: ExpandOptions,
): ExpandedOccurrences {
  const { limit = DEFAULT_LIMIT } = options;
  const { from, to } = assertRange(options);
  const environment = knownEnvironment(options, calendars);
  const problems: ExpandedOccurrences['problems'] = [];
  let found: {
    interval: Interval;
    calendar: Calendar;
    window: HandoverWindow;
    schedule: CompiledSchedule;
  }[] = [];
  let truncated = false;
  let last = to;
  // Sorting and cutting now and then keeps memory bounded by the limit, and what
  // starts after the last that is kept is not looked for.
  const settle = () => {
    found.sort(
      (a, b) =>
        a.interval.start - b.interval.start || a.interval.end - b.interval.end,
    );
    if (found.length > limit) {
      truncated = true;
      found = found.slice(0, limit);
      last = limit > 0 ? found[limit - 1].interval.start + 1 : from;
    }
  };
  for (const calendar of sortedCalendars(calendars)) {
    if ('error' in calendar) {
      problems.push({ calendar: calendar.id, message: calendar.error });
      continue;
    }
    for (const window of sortedWindows(calendar.windows)) {
      try {
        if (environment && !appliesToEnvironment(window, environment)) {
          continue;
        }
        const schedule = compileSchedule(window.schedule);
        for (const interval of schedule.occurrences(from, last, limit + 1)) {
          found.push({ interval, calendar, window, schedule });
        }
      } catch (error) {
        problems.push({
          calendar: calendar.id,
          window: window.id,
          message: whyUnreadable(error),
        });
      }
      if (found.length >= 2 * limit) {
        settle();
      }
    }
  }
  settle();
  return {
    items: found.map(({ interval, calendar, window, schedule }) => ({
      window: window.id,
      title: window.title,
      effect: window.effect,
      ...(window.reason !== undefined && { reason: window.reason }),
      calendar: calendar.id,
      calendarTitle: calendar.title,
      ...(window.environments && { environments: window.environments }),
      ...(window.changes && { changes: window.changes }),
      start: schedule.zone.format(interval.start),
      end: schedule.zone.format(interval.end),
      timeZone: schedule.zone.id,
    })),
    truncated,
    problems,
  };
}

function knownEnvironment(
  { environment: name, environments = Environments.builtIn() }: ExpandOptions,
  calendars: readonly Calendar[],
): Environment | undefined {
  return name === undefined
    ? undefined
    : environments.with(namesUsed(calendars)).get(name);
}

/**
 * Reads a range as milliseconds.
 *
 * @throws InputError if it is empty or too long.
 *
 * @alpha
 */
export function assertRange(options: { from: string; to: string }): {
  from: number;
  to: number;
} {
  const from = parseInstant('from', options.from);
  const to = parseInstant('to', options.to);
  if (to <= from) {
    throw new InputError(
      `'to' is '${options.to}', not after 'from' '${options.from}'`,
    );
  }
  if (to - from > MAX_RANGE_DAYS * DAY) {
    throw new InputError(
      `'from' and 'to' are more than ${MAX_RANGE_DAYS} days apart`,
    );
  }
  return { from, to };
}
