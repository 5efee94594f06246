import {
  CompiledSchedule,
  OccurrenceSource,
  SingleSchedule,
  TableSchedule,
} from './compiled';
import { CronRule, cronStarts, parseCron } from './cron';
import type { Interval } from './intervals';
import {
  DAY,
  LocalTime,
  Span,
  parseDuration,
  parseLocalTime,
  startOfDay,
} from './localTime';
import { Recurrence, parseRecurrence, recurrenceStarts } from './recurrence';
import type { Schedule } from './schema';
import { Zone } from './zone';

/** Longest duration of a repeating occurrence. */
export const MAX_DURATION_DAYS = 366;
/** Most entries of `exdates` and of `rdates`. */
export const MAX_DATES = 1000;
/** Local years that a schedule may name. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

/** Cron expressions with more times a day are covered run by run. */
const DENSE_TIMES_A_DAY = 24;
const MAX_COMPILED = 1000;
const compiled = new Map<string, CompiledSchedule>();

/** A schedule that cannot be read: which part of it, and why. */
export class ScheduleError extends RangeError {
  name = 'ScheduleError';

  constructor(readonly path: string, message: string) {
    super(message);
  }
}

/**
 * Makes a schedule ready to be asked about instants. The same content is
 * compiled once as long as it stays among the last that were used.
 *
 * Throws a {@link ScheduleError} if the schedule cannot be read.
 */
export function compileSchedule(schedule: Schedule): CompiledSchedule {
  const key = JSON.stringify(schedule);
  let result = compiled.get(key);
  if (result) {
    compiled.delete(key);
  } else {
    result = compileAnew(schedule);
    const oldest = compiled.keys().next();
    if (compiled.size >= MAX_COMPILED && !oldest.done) {
      compiled.delete(oldest.value);
    }
  }
  compiled.set(key, result);
  return result;
}

function compileAnew(schedule: Schedule): CompiledSchedule {
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
  const common = {
    // The nominal days of an occurrence are longer where an offset changes.
    longest: span.days * DAY + span.exact + (span.days > 0 ? DAY : 0),
    end: (start: number) => endOf(zone, start, span),
  };
  if ('cron' in schedule) {
    const rule = at('cron', () => parseCron(schedule.cron));
    return new TableSchedule(zone, {
      ...common,
      starts: (from, to) => cronStarts(rule, from, to),
      ...(rule.times.length > DENSE_TIMES_A_DAY && {
        coverage: (from: number, to: number) =>
          cronCoverage(rule, zone, span, from, to),
      }),
    });
  }
  const start = localTime('start', schedule.start).floating;
  const recurrence = at('rrule', () => parseRecurrence(schedule.rrule, start));
  const added = dates('rdates', schedule.rdates).map(date =>
    date.dateOnly ? date.floating + start - startOfDay(start) : date.floating,
  );
  const excluded = dates('exdates', schedule.exdates);
  return new TableSchedule(zone, {
    ...common,
    starts: withDates(ruleStarts(recurrence, zone), added, excluded),
  });
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

/**
 * What the occurrences of a cron expression cover. Times that follow each other
 * within the duration are one run from the first to the last, except on days
 * around a change of offset, which are looked at one by one.
 */
function* cronCoverage(
  rule: CronRule,
  zone: Zone,
  span: Span,
  from: number,
  to: number,
): Generator<Interval> {
  const reach = span.days > 0 ? DAY / 2 : span.exact;
  const runs: { first: number; last: number }[] = [];
  for (const time of rule.times) {
    const run = runs[runs.length - 1];
    if (run && time - run.last <= reach) {
      run.last = time;
    } else {
      runs.push({ first: time, last: time });
    }
  }
  const interval = (first: number, last: number) => ({
    start: zone.toInstant(first),
    end: endOf(zone, last, span),
  });
  for (let day = startOfDay(from); day < to; day += DAY) {
    if (!rule.matchesDay(day)) {
      continue;
    }
    if (zone.isSteady(day) && zone.isSteady(day + span.days * DAY)) {
      for (const { first, last } of runs) {
        yield interval(day + first, day + last);
      }
    } else {
      for (const time of rule.times) {
        yield interval(day + time, day + time);
      }
    }
  }
}

/** Starts of a rule with its COUNT or UNTIL. */
function ruleStarts(
  recurrence: Recurrence,
  zone: Zone,
): OccurrenceSource['starts'] {
  const { until, count } = recurrence;
  if (count !== undefined) {
    const lastCounted = countedEnd(recurrence, count);
    return (from, to) => recurrenceStarts(recurrence, from, lastCounted(to));
  }
  return (from, to) => {
    const starts = recurrenceStarts(recurrence, from, to);
    if (until?.kind === 'utc') {
      return starts.filter(start => zone.toInstant(start) <= until.instant);
    }
    return until ? starts.filter(start => start <= until.floating) : starts;
  };
}

/**
 * For a rule with COUNT: the floating end of its occurrences or `to`, whichever
 * is first. Counts each year once, only as far as it was asked.
 */
function countedEnd(recurrence: Recurrence, count: number) {
  let seen = 0;
  let scanned = recurrence.start;
  let end: number | undefined;
  return (to: number): number => {
    while (end === undefined && scanned < to) {
      const next = scanned + 366 * DAY;
      const starts = recurrenceStarts(recurrence, scanned, next);
      if (seen + starts.length >= count) {
        end = starts[count - seen - 1] + 1;
      }
      seen += starts.length;
      scanned = next;
    }
    return Math.min(to, end ?? to);
  };
}

/** Adds `rdates` and takes `exdates` away. A date alone excludes all that starts on that day. */
function withDates(
  starts: OccurrenceSource['starts'],
  added: number[],
  excluded: LocalTime[],
): OccurrenceSource['starts'] {
  if (added.length === 0 && excluded.length === 0) {
    return starts;
  }
  const days = new Set<number>();
  const times = new Set<number>();
  for (const { floating, dateOnly } of excluded) {
    (dateOnly ? days : times).add(floating);
  }
  return (from, to) =>
    [
      ...starts(from, to),
      ...added.filter(start => start >= from && start < to),
    ].filter(start => !times.has(start) && !days.has(startOfDay(start)));
}

function localTime(path: string, text: string): LocalTime {
  const time = parseLocalTime(text);
  if (!time) {
    throw new ScheduleError(
      path,
      `'${text}' is no date or time that exists, such as 2026-11-20 or 2026-11-20T09:00`,
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
      `'${text}' is no duration of weeks, days, hours, minutes or seconds such as PT8H or P2D`,
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
