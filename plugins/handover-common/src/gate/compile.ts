import {
  type CompiledSchedule,
  RepeatingSchedule,
  SingleSchedule,
} from './compiled';
import { parseCron } from './cron';
import { AdjustedStarts, DailyStarts, type LocalStarts } from './localStarts';
import {
  DAY,
  LocalTime,
  Span,
  parseDuration,
  parseLocalTime,
  startOfDay,
} from './localTime';
import { type Recurrence, parseRecurrence, patternStarts } from './recurrence';
import type { Schedule } from './schema';
import { Zone } from './zone';

/** Longest duration of a repeating occurrence. */
export const MAX_DURATION_DAYS = 366;
/** Most entries of `exdates` and of `rdates`. */
export const MAX_DATES = 1000;
/** Local years that a schedule may name. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

/** No question goes beyond: decisions look a few years ahead of {@link LAST_YEAR}. */
const END = Date.UTC(LAST_YEAR + 5, 0, 1);

/** A schedule that cannot be read: which part of it, and why. */
export class ScheduleError extends RangeError {
  name = 'ScheduleError';

  constructor(readonly path: string, message: string) {
    super(message);
  }
}

/**
 * Compiles a schedule.
 *
 * Throws a {@link ScheduleError} if the schedule cannot be read.
 */
export function compileSchedule(schedule: Schedule): CompiledSchedule {
  const zone = at('timeZone', () => Zone.of(schedule.timeZone));
  if ('end' in schedule) {
    const start = localTime('start', schedule.start);
    const end = localTime('end', schedule.end);
    const interval = {
      start: zone.toInstant(start.floating),
      end: zone.toInstant(end.floating + (end.dateOnly ? DAY : 0)),
    };
    if (interval.end <= interval.start) {
      throw new ScheduleError(
        'end',
        `'${schedule.end}' is not after the start '${schedule.start}'`,
      );
    }
    return new SingleSchedule(zone, interval, start.floating);
  }
  const span = duration(schedule.duration);
  const scheduleOf = (starts: LocalStarts) =>
    new RepeatingSchedule(zone, {
      starts,
      end: start => endOf(zone, start, span),
      length: span.days * DAY + span.exact,
      reach: span.days > 0 ? DAY / 2 : span.exact,
    });
  if ('cron' in schedule) {
    const rule = at('cron', () => parseCron(schedule.cron));
    return scheduleOf(new DailyStarts(rule.days, rule.times));
  }
  const start = localTime('start', schedule.start).floating;
  const recurrence = at('rrule', () => parseRecurrence(schedule.rrule, start));
  const added = dates('rdates', schedule.rdates).map(date =>
    date.dateOnly ? date.floating + start - startOfDay(start) : date.floating,
  );
  const excluded = dates('exdates', schedule.exdates);
  return scheduleOf(startsOf(recurrence, zone, { added, excluded }));
}

/**
 * End of the occurrence that starts at a floating time. Days and weeks count on
 * the clock from the time as written, so that a start inside a gap does not move
 * the end; hours, minutes and seconds are exact (RFC 5545 §3.3.6).
 */
function endOf(zone: Zone, start: number, span: Span): number {
  const begin = zone.toInstant(start);
  if (span.days === 0) {
    return begin + span.exact;
  }
  const end = zone.toInstant(start + span.days * DAY) + span.exact;
  // A zone that skips a whole day leaves nothing of an occurrence on that day:
  // it then counts from the time that the start is read as.
  return end > begin
    ? end
    : zone.toInstant(zone.toFloating(begin) + span.days * DAY) + span.exact;
}

/** Starts of a rule with its COUNT or UNTIL, its `rdates` and `exdates`. */
function startsOf(
  recurrence: Recurrence,
  zone: Zone,
  { added, excluded }: { added: number[]; excluded: LocalTime[] },
): LocalStarts {
  const { start, until, count } = recurrence;
  const pattern = patternStarts(recurrence);
  // A date alone excludes all that starts on that day.
  const days = new Set<number>();
  const times = new Set<number>();
  for (const { floating, dateOnly } of excluded) {
    (dateOnly ? days : times).add(floating);
  }
  return new AdjustedStarts(pattern, {
    from: start,
    to: () => {
      if (count !== undefined) {
        return pattern.endOfFirst(count, start, END);
      }
      return until?.kind === 'local' ? until.floating + 1 : Infinity;
    },
    ...(until?.kind === 'utc' && {
      accepts: (floating: number) => zone.toInstant(floating) <= until.instant,
    }),
    added,
    ...(excluded.length > 0 && {
      excludes: (floating: number) =>
        times.has(floating) || days.has(startOfDay(floating)),
    }),
  });
}

function localTime(path: string, text: string): LocalTime {
  const time = parseLocalTime(text);
  if (!time) {
    throw new ScheduleError(
      path,
      `'${text}' is not a valid date or time such as 2026-11-20 or 2026-11-20T09:00`,
    );
  }
  const year = new Date(time.floating).getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new ScheduleError(
      path,
      `'${text}' is not in the years ${FIRST_YEAR} to ${LAST_YEAR}`,
    );
  }
  return time;
}

function dates(path: string, texts: string[] = []): LocalTime[] {
  if (texts.length > MAX_DATES) {
    throw new ScheduleError(path, `has more than ${MAX_DATES} entries`);
  }
  return texts.map((text, index) => localTime(`${path}.${index}`, text));
}

function duration(text: string): Span {
  const span = parseDuration(text);
  if (!span) {
    throw new ScheduleError(
      'duration',
      `'${text}' is not a duration in weeks, days, hours, minutes or seconds such as PT8H or P2D`,
    );
  }
  const total = span.days * DAY + span.exact;
  if (total <= 0) {
    throw new ScheduleError('duration', `'${text}' is not longer than zero`);
  }
  if (total > MAX_DURATION_DAYS * DAY) {
    throw new ScheduleError(
      'duration',
      `'${text}' is longer than ${MAX_DURATION_DAYS} days`,
    );
  }
  return span;
}

function at<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError
      ? new ScheduleError(path, error.message)
      : error;
  }
}
