import { ScheduleError, compileSchedule } from './compile';
import { parseCron } from './cron';
import { escapeText, toContentLines } from './icalendarText';
import { parseInstant } from './instant';
import { DAY, HOUR, MINUTE, parseDuration, parseLocalTime } from './localTime';
import { firstStart, parseRecurrence, recurrenceStarts } from './recurrence';
import { sortedCalendars, sortedWindows } from './relevance';
import type { HandoverWindow, Schedule } from './schema';
import { basicTime, timeZoneLines } from './timeZoneComponent';
import type { Calendar } from './types';
import { Zone } from './zone';

/** What cannot be written as a rule is written out for so many days around the time of the feed. */
const DAYS_BEFORE = 31;
const DAYS_AFTER = 400;
const MAX_WRITTEN_OUT = 1000;
/** Most dates that are written out in one feed. */
const MAX_DATES_IN_FEED = 5_000;
/** The offsets of zones are written for so many years around the time of the feed. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 10;

/**
 * Options of {@link toICalendar}.
 *
 * @alpha
 */
export type ICalendarOptions = {
  calendars: Calendar[];
  /** Shown by calendar programs. */
  name: string;
  /** When the feed is generated, RFC 3339. The DTSTAMP of every event. */
  generatedAt: string;
};

/** An event's times: lines of RFC 5545 §3.8.2 and §3.8.5. */
type Timing = {
  lines: string[];
  zone: Zone;
  /** Floating times that were written. */
  dates: number[];
};

/**
 * Calendars as an RFC 5545 feed: one VEVENT a window, in the window's own zone
 * with its VTIMEZONE, with a UID that stays the same.
 *
 * A cron expression becomes a rule if there is an equivalent one. There is none if
 * both of its day fields are restricted: then the occurrences from 31 days before
 * the time of the feed to 400 days after it are written out. The offsets of zones
 * are the gate's own, from two years before the time of the feed to ten years after
 * it, or to the last date of the feed. The description of the feed names calendars
 * and windows that cannot be read, and windows with more dates than fit.
 *
 * @alpha
 */
export function toICalendar(options: ICalendarOptions): string {
  const generatedAt = parseInstant('generatedAt', options.generatedAt);
  const events: { event: string[]; timing: Timing }[] = [];
  const problems: string[] = [];
  let dates = 0;
  for (const calendar of sortedCalendars(options.calendars)) {
    if ('error' in calendar) {
      problems.push(`${calendar.title}: ${calendar.error}`);
      continue;
    }
    for (const window of sortedWindows(calendar.windows)) {
      try {
        const timing = timingOf(window.schedule, {
          generatedAt,
          // One more shows that there are too many.
          limit: Math.min(MAX_WRITTEN_OUT, MAX_DATES_IN_FEED - dates + 1),
        });
        if (timing && dates + timing.dates.length > MAX_DATES_IN_FEED) {
          problems.push(`${window.title}: has too many dates for this feed`);
        } else if (timing) {
          dates += timing.dates.length;
          const event = eventOf(window, calendar, timing, generatedAt);
          events.push({ event, timing });
        }
      } catch (error) {
        if (!(error instanceof ScheduleError)) {
          throw error;
        }
        problems.push(`${window.title}: ${error.message}`);
      }
    }
  }
  return toContentLines([
    'BEGIN:VCALENDAR',
    'PRODID:-//Handover for Backstage//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(options.name)}`,
    ...(problems.length > 0
      ? [`X-WR-CALDESC:${escapeText(problems.join('\n'))}`]
      : []),
    ...zonesOf(
      events.map(({ timing }) => timing),
      generatedAt,
    ),
    ...events.flatMap(({ event }) => event),
    'END:VCALENDAR',
  ]);
}

/** One VTIMEZONE for each zone, by name. */
function zonesOf(timings: readonly Timing[], generatedAt: number): string[] {
  const zones = new Map<string, { zone: Zone; dates: number[] }>();
  for (const { zone, dates } of timings) {
    if (!isUtc(zone)) {
      const known = zones.get(zone.id) ?? { zone, dates: [generatedAt] };
      known.dates = extent([...known.dates, ...extent(dates)]);
      zones.set(zone.id, known);
    }
  }
  const year = new Date(generatedAt).getUTCFullYear();
  return [...zones.values()]
    .sort((a, b) => (a.zone.id < b.zone.id ? -1 : 1))
    .flatMap(({ zone, dates: [first, last] }) =>
      timeZoneLines(zone, {
        // Beside the end of a year, the change before counts.
        first: Math.max(
          new Date(first).getUTCFullYear() - 1,
          year - YEARS_BEFORE,
        ),
        last: Math.max(new Date(last).getUTCFullYear() + 1, year + YEARS_AFTER),
      }),
    );
}

/** The least and the greatest. */
function extent(values: readonly number[]): number[] {
  return values.length === 0
    ? []
    : [
        values.reduce((a, b) => Math.min(a, b)),
        values.reduce((a, b) => Math.max(a, b)),
      ];
}

function eventOf(
  window: HandoverWindow,
  calendar: Calendar,
  timing: Timing,
  generatedAt: number,
): string[] {
  const uid = `${window.id}.${calendar.id.replace(/[^A-Za-z0-9]+/g, '-')}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}@handover`,
    `DTSTAMP:${basicTime(generatedAt)}Z`,
    ...timing.lines,
    `SUMMARY:${escapeText(window.title)}`,
    ...(window.reason === undefined
      ? []
      : [`DESCRIPTION:${escapeText(window.reason)}`]),
    // A URI is written as it is: a line break would begin another property.
    ...(calendar.link === undefined
      ? []
      : [`URL:${calendar.link.replace(/[\s\p{Cc}]/gu, '')}`]),
    `CATEGORIES:${window.effect}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Which dates are written out: those around a time, up to a limit. */
type DateLimits = { generatedAt: number; limit: number };

/** Undefined if the schedule has no occurrence to show. */
function timingOf(schedule: Schedule, limits: DateLimits): Timing | undefined {
  const { zone } = compileSchedule(schedule);
  if ('end' in schedule) {
    const [{ start, end }] = compileSchedule(schedule).occurrences(
      -Infinity,
      Infinity,
      1,
    );
    const dates = [zone.toFloating(start), zone.toFloating(end)];
    return {
      zone,
      dates,
      lines: [
        `DTSTART${timeProperty(zone, dates[0])}`,
        `DTEND${timeProperty(zone, dates[1])}`,
      ],
    };
  }
  return 'cron' in schedule
    ? cronTiming(schedule, zone, limits)
    : recurringTiming(schedule, zone, limits);
}

function cronTiming(
  schedule: Extract<Schedule, { cron: string }>,
  zone: Zone,
  limits: DateLimits,
): Timing | undefined {
  const { rrule } = parseCron(schedule.cron);
  const [first] = localStarts(schedule, zone, { ...limits, limit: 1 });
  if (!rrule || first === undefined) {
    return writtenOut(schedule, zone, limits);
  }
  return {
    zone,
    dates: [first],
    lines: [
      `DTSTART${timeProperty(zone, first)}`,
      `DURATION:${durationText(schedule.duration)}`,
      `RRULE:${rrule}`,
    ],
  };
}

function recurringTiming(
  schedule: Extract<Schedule, { rrule: string }>,
  zone: Zone,
  limits: DateLimits,
): Timing | undefined {
  const start = parseLocalTime(schedule.start)!.floating;
  const recurrence = parseRecurrence(schedule.rrule, start);
  // DTSTART counts as an occurrence even where the rule does not meet it.
  const first = firstStart(recurrence);
  const { until, count } = recurrence;
  const untilInstant =
    until?.kind === 'local' ? zone.toInstant(until.floating) : until?.instant;
  if (
    first === undefined ||
    (untilInstant !== undefined && zone.toInstant(first) > untilInstant)
  ) {
    return writtenOut(schedule, zone, limits);
  }
  const excluded = (schedule.exdates ?? [])
    .map(text => parseLocalTime(text)!)
    .flatMap(({ floating, dateOnly }) =>
      dateOnly
        ? recurrenceStarts(recurrence, floating, floating + DAY)
        : [floating],
    );
  const excludedTimes = new Set(excluded);
  const excludedDays = new Set(
    (schedule.exdates ?? []).filter(text => !text.includes('T')),
  );
  const added = (schedule.rdates ?? [])
    .map(text => parseLocalTime(text)!)
    .map(({ floating, dateOnly }) =>
      dateOnly ? floating + (((start % DAY) + DAY) % DAY) : floating,
    )
    .filter(
      floating =>
        !excludedTimes.has(floating) &&
        !excludedDays.has(new Date(floating).toISOString().slice(0, 10)),
    );
  return {
    zone,
    dates: [first, ...excluded, ...added],
    lines: [
      `DTSTART${timeProperty(zone, first)}`,
      `DURATION:${durationText(schedule.duration)}`,
      `RRULE:${plainRule(recurrence.rule)}${
        count === undefined ? '' : `;COUNT=${count}`
      }${
        untilInstant === undefined ? '' : `;UNTIL=${basicTime(untilInstant)}Z`
      }`,
      ...excluded.map(floating => `EXDATE${timeProperty(zone, floating)}`),
      ...added.map(floating => `RDATE${timeProperty(zone, floating)}`),
    ],
  };
}

function writtenOut(
  schedule: Extract<Schedule, { duration: string }>,
  zone: Zone,
  limits: DateLimits,
): Timing | undefined {
  const dates = localStarts(schedule, zone, limits);
  const [first, ...others] = dates;
  if (first === undefined) {
    return undefined;
  }
  return {
    zone,
    dates,
    lines: [
      `DTSTART${timeProperty(zone, first)}`,
      `DURATION:${durationText(schedule.duration)}`,
      ...others.map(start => `RDATE${timeProperty(zone, start)}`),
    ],
  };
}

/**
 * Starts around the time of the feed as the schedule writes them. The end that a
 * calendar program computes from a start inside a gap is then the gate's.
 */
function localStarts(
  schedule: Extract<Schedule, { duration: string }>,
  zone: Zone,
  { generatedAt, limit }: DateLimits,
): number[] {
  const { days, exact } = parseDuration(schedule.duration)!;
  const around = zone.toFloating(generatedAt);
  return compileSchedule(schedule).localStarts(
    // An occurrence that began earlier may last until then.
    around - DAYS_BEFORE * DAY - (days * DAY + exact),
    around + DAYS_AFTER * DAY,
    limit,
  );
}

/** Without a time of day that DTSTART has anyway: some programs do not read BYHOUR. */
function plainRule(rule: string): string {
  const timed = rule
    .split(';')
    .filter(part => /^BY(HOUR|MINUTE|SECOND)=.*,/.test(part));
  return timed.length > 0
    ? rule
    : rule
        .split(';')
        .filter(part => !/^BY(HOUR|MINUTE|SECOND)=/.test(part))
        .join(';');
}

function durationText(text: string): string {
  const { days, exact } = parseDuration(text)!;
  const part = (value: number, unit: string) => (value ? value + unit : '');
  const time =
    part(Math.floor(exact / HOUR), 'H') +
    part(Math.floor((exact % HOUR) / MINUTE), 'M') +
    part((exact % MINUTE) / 1000, 'S');
  return `P${part(days, 'D')}${time && `T${time}`}`;
}

/** The rest of a property after its name: in UTC, or local with the zone's name. */
function timeProperty(zone: Zone, floating: number): string {
  return isUtc(zone)
    ? `:${basicTime(floating)}Z`
    : `;TZID=${zone.id}:${basicTime(floating)}`;
}

function isUtc({ id }: Zone): boolean {
  return /^(?:etc\/)?(?:utc|uct|universal|zulu|gmt)$/i.test(id);
}
