import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { ScheduleError, compileSchedule } from './compile';
import { parseCron } from './cron';
import { parseInstant } from './instant';
import { DAY, HOUR, MINUTE, parseDuration, parseLocalTime } from './localTime';
import { firstStart, parseRecurrence, recurrenceStarts } from './recurrence';
import { sortedCalendars, sortedWindows } from './relevance';
import type { HandoverWindow, Schedule } from './schema';
import type { Calendar } from './types';
import { Zone } from './zone';

/** What cannot be written as a rule is written out for so many days around the stamp. */
const DAYS_BEFORE = 31;
const DAYS_AFTER = 400;
const MAX_WRITTEN_OUT = 1000;

/**
 * Options of {@link toICalendar}.
 *
 * @alpha
 */
export type ICalendarOptions = {
  calendars: Calendar[];
  /** Shown by calendar programs. */
  name: string;
  /** When the feed was made, RFC 3339; becomes every DTSTAMP. */
  stamp: string;
};

/** An event's times: lines of RFC 5545 §3.8.2 and §3.8.5. */
type Timing = { lines: string[] };

/**
 * Calendars as an RFC 5545 feed: one VEVENT a window, in the window's own zone
 * with its VTIMEZONE, with a UID that stays the same.
 *
 * A cron expression becomes a rule where there is one that says the same. Where
 * both of its day fields are restricted there is none: its occurrences from 31
 * days before the stamp to 400 days after it are written out. Calendars and
 * windows that cannot be read are named in the feed's description.
 *
 * @alpha
 */
export function toICalendar(options: ICalendarOptions): string {
  const stamp = parseInstant('stamp', options.stamp);
  const root = new ICAL.Component('vcalendar');
  root.addPropertyWithValue('prodid', '-//Handover for Backstage//EN');
  root.addPropertyWithValue('version', '2.0');
  root.addPropertyWithValue('calscale', 'GREGORIAN');
  root.addPropertyWithValue('method', 'PUBLISH');
  root.addProperty(textProperty('x-wr-calname', options.name));
  const zones = new Set<string>();
  const events: ICAL.Component[] = [];
  const problems: string[] = [];
  for (const calendar of sortedCalendars(options.calendars)) {
    if ('error' in calendar) {
      problems.push(`${calendar.title}: ${calendar.error}`);
      continue;
    }
    for (const window of sortedWindows(calendar.windows)) {
      try {
        const timing = timingOf(window.schedule, stamp);
        if (timing) {
          events.push(eventOf(window, calendar, timing, stamp));
          zones.add(window.schedule.timeZone);
        }
      } catch (error) {
        if (!(error instanceof ScheduleError)) {
          throw error;
        }
        problems.push(`${window.title}: ${error.message}`);
      }
    }
  }
  if (problems.length > 0) {
    root.addProperty(textProperty('x-wr-caldesc', problems.join('\n')));
  }
  for (const zone of [...zones].sort()) {
    const block = zoneBlock(zone);
    if (block) {
      root.addSubcomponent(
        new ICAL.Component(ICAL.parse(block.replace(/\r?\n/g, '\r\n'))),
      );
    }
  }
  events.forEach(event => root.addSubcomponent(event));
  return `${root.toString()}\r\n`;
}

function eventOf(
  window: HandoverWindow,
  calendar: Calendar,
  timing: Timing,
  stamp: number,
): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue(
    'uid',
    `${window.id}.${calendar.id.replace(/[^A-Za-z0-9]+/g, '-')}@handover`,
  );
  event.addProperty(property(`DTSTAMP:${basic(stamp)}Z`));
  timing.lines.forEach(line => event.addProperty(property(line)));
  event.addPropertyWithValue('summary', window.title);
  if (window.reason !== undefined) {
    event.addPropertyWithValue('description', window.reason);
  }
  if (calendar.link !== undefined) {
    // A URI is written as it is: a line break would begin another property.
    event.addPropertyWithValue('url', calendar.link.replace(/\s/g, ''));
  }
  event.addPropertyWithValue('categories', window.effect);
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

/** Undefined if the schedule has no occurrence to show. */
function timingOf(schedule: Schedule, stamp: number): Timing | undefined {
  const { zone } = compileSchedule(schedule);
  if ('end' in schedule) {
    const { start, end } = compileSchedule(schedule).occurrences(
      -Infinity,
      Infinity,
      1,
    )[0];
    return {
      lines: [
        `DTSTART${stampOf(zone, zone.toFloating(start))}`,
        `DTEND${stampOf(zone, zone.toFloating(end))}`,
      ],
    };
  }
  return 'cron' in schedule
    ? cronTiming(schedule, zone, stamp)
    : recurringTiming(schedule, zone, stamp);
}

function cronTiming(
  schedule: Extract<Schedule, { cron: string }>,
  zone: Zone,
  stamp: number,
): Timing | undefined {
  const { rrule } = parseCron(schedule.cron);
  const [first] = localStarts(schedule, zone, stamp, 1);
  if (!rrule || first === undefined) {
    return writtenOut(schedule, zone, stamp);
  }
  return {
    lines: [
      `DTSTART${stampOf(zone, first)}`,
      `DURATION:${durationText(schedule.duration)}`,
      `RRULE:${rrule}`,
    ],
  };
}

function recurringTiming(
  schedule: Extract<Schedule, { rrule: string }>,
  zone: Zone,
  stamp: number,
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
    return writtenOut(schedule, zone, stamp);
  }
  const excluded = (schedule.exdates ?? [])
    .map(text => parseLocalTime(text)!)
    .flatMap(({ floating, dateOnly }) =>
      dateOnly
        ? recurrenceStarts(recurrence, floating, floating + DAY)
        : [floating],
    );
  const excludedDays = (schedule.exdates ?? []).filter(
    text => !text.includes('T'),
  );
  const added = (schedule.rdates ?? [])
    .map(text => parseLocalTime(text)!)
    .map(({ floating, dateOnly }) =>
      dateOnly ? floating + (((start % DAY) + DAY) % DAY) : floating,
    )
    .filter(
      floating =>
        !excluded.includes(floating) &&
        !excludedDays.includes(new Date(floating).toISOString().slice(0, 10)),
    );
  return {
    lines: [
      `DTSTART${stampOf(zone, first)}`,
      `DURATION:${durationText(schedule.duration)}`,
      `RRULE:${plainRule(recurrence.rule)}${
        count === undefined ? '' : `;COUNT=${count}`
      }${untilInstant === undefined ? '' : `;UNTIL=${basic(untilInstant)}Z`}`,
      ...excluded.map(floating => `EXDATE${stampOf(zone, floating)}`),
      ...added.map(floating => `RDATE${stampOf(zone, floating)}`),
    ],
  };
}

function writtenOut(
  schedule: Extract<Schedule, { duration: string }>,
  zone: Zone,
  stamp: number,
): Timing | undefined {
  const [first, ...others] = localStarts(
    schedule,
    zone,
    stamp,
    MAX_WRITTEN_OUT,
  ).map(start => stampOf(zone, start));
  if (first === undefined) {
    return undefined;
  }
  return {
    lines: [
      `DTSTART${first}`,
      `DURATION:${durationText(schedule.duration)}`,
      ...others.map(text => `RDATE${text}`),
    ],
  };
}

/**
 * Starts around the stamp as the schedule writes them: the end that a calendar
 * program counts from a start inside a gap is then the one that the gate has.
 */
function localStarts(
  schedule: Extract<Schedule, { duration: string }>,
  zone: Zone,
  stamp: number,
  limit: number,
): number[] {
  const { days, exact } = parseDuration(schedule.duration)!;
  const around = zone.toFloating(stamp);
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
function stampOf(zone: Zone, floating: number): string {
  return zoneBlock(zone.id)
    ? `;TZID=${zone.id}:${basic(floating)}`
    : `:${basic(zone.toInstant(floating))}Z`;
}

/** The zone's VTIMEZONE under the name that the window gives it; none for UTC. */
function zoneBlock(id: string): string | undefined {
  if (/^(Etc\/)?(UTC|UCT|Universal|Zulu|GMT)$/.test(id)) {
    return undefined;
  }
  const [block] = tzlib_get_ical_block(id);
  return block?.startsWith('BEGIN:VTIMEZONE')
    ? block.replace(/^TZID:.*$/m, `TZID:${id}`)
    : undefined;
}

/** `20261120T090000` of a floating time. */
function basic(floating: number): string {
  return new Date(floating).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function property(line: string): ICAL.Property {
  return ICAL.Property.fromString(line);
}

/** A property that has no type of its own is escaped only if told that it is text. */
function textProperty(name: string, value: string): ICAL.Property {
  return new ICAL.Property([name, {}, 'text', value]);
}
