import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { HandoverWindow } from '@backstage-handover/plugin-handover-common/gate';
import type { handoverTranslationRef } from '../messages';
import { formatDuration } from '../components/duration';

type Schedule = HandoverWindow['schedule'];
type Translate = TranslationFunction<(typeof handoverTranslationRef)['T']>;
type Words = { t: Translate; locale: string };

/** What repeats, as both RRULE and cron can say it. Weekdays count from 0 for Monday. */
type Pattern = {
  frequency: 'daily' | 'weekly' | 'monthly' | 'yearly';
  interval: number;
  weekdays: number[];
  /** Weekdays with a place in the month: the last Friday is `{ nth: -1, weekday: 4 }`. */
  nth: { nth: number; weekday: number | 'workday' }[];
  monthDays: number[];
  /** 1 for January. */
  months: number[];
};

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** Local times are read as if in UTC: only their clock faces are shown. */
function floating(local: string): Date {
  return new Date(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`);
}

function format(
  at: Date,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hourCycle: 'h23',
    ...options,
  }).format(at);
}

const clock = (at: Date, locale: string) =>
  format(at, locale, { hour: '2-digit', minute: '2-digit' });

const fullDate = (at: Date, locale: string) =>
  format(at, locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });

// 2024-01-01 was a Monday.
const weekdayName = (weekday: number, locale: string) =>
  format(new Date(Date.UTC(2024, 0, 1 + weekday)), locale, { weekday: 'long' });

const monthName = (month: number, locale: string) =>
  format(new Date(Date.UTC(2024, month - 1, 1)), locale, { month: 'long' });

function both(items: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** Milliseconds of a duration of weeks, days and smaller; undefined for months and years. */
function durationMillis(duration: string): number | undefined {
  const match =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
      duration,
    );
  if (!match) {
    return undefined;
  }
  const [weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map(value => Number(value ?? 0));
  return (
    (weeks * 7 + days) * DAY + (hours * 60 + minutes) * MINUTE + seconds * 1000
  );
}

/** Runs of three and more neighbours become ranges: 1, 2, 3, 5 is [1, 3], [5, 5]. */
function runs(values: number[]): [number, number][] {
  const result: [number, number][] = [];
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const last = result[result.length - 1];
    if (last && value === last[1] + 1) {
      last[1] = value;
    } else {
      result.push([value, value]);
    }
  }
  return result.flatMap(([from, to]): [number, number][] =>
    to === from + 1
      ? [
          [from, from],
          [to, to],
        ]
      : [[from, to]],
  );
}

function namedRuns(
  values: number[],
  name: (value: number) => string,
  { t, locale }: Words,
): string {
  return both(
    runs(values).map(([from, to]) =>
      from === to
        ? name(from)
        : t('gate.schedule.dayRange', { from: name(from), to: name(to) }),
    ),
    locale,
  );
}

function ruleParts(rrule: string): Map<string, string> {
  return new Map(
    rrule
      .replace(/^RRULE:/i, '')
      .split(';')
      .filter(Boolean)
      .map((part): [string, string] => {
        const [key, value = ''] = part.split('=');
        return [key.toUpperCase(), value.toUpperCase()];
      }),
  );
}

function numbers(value: string | undefined): number[] {
  return value ? value.split(',').map(Number) : [];
}

const NTH = {
  1: 'gate.schedule.nth_1',
  2: 'gate.schedule.nth_2',
  3: 'gate.schedule.nth_3',
  4: 'gate.schedule.nth_4',
  5: 'gate.schedule.nth_5',
  '-1': 'gate.schedule.nth_last',
  '-2': 'gate.schedule.nth_secondLast',
} as const;

const WORKDAYS = '0,1,2,3,4';

/** The pattern of a rule, or undefined if a pattern can't express it. */
function rulePattern(
  parts: Map<string, string>,
  start: Date,
): Pattern | undefined {
  const known = new Set([
    'FREQ',
    'INTERVAL',
    'BYDAY',
    'BYMONTHDAY',
    'BYMONTH',
    'BYSETPOS',
    'COUNT',
    'UNTIL',
    'WKST',
  ]);
  const frequency = parts.get('FREQ')?.toLowerCase();
  if (
    [...parts.keys()].some(key => !known.has(key)) ||
    (frequency !== 'daily' &&
      frequency !== 'weekly' &&
      frequency !== 'monthly' &&
      frequency !== 'yearly')
  ) {
    return undefined;
  }

  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean);
  const read = days.map(day => /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day));
  if (read.some(day => !day)) {
    return undefined;
  }
  const byDay = read.map(day => ({
    nth: day?.[1] ? Number(day[1]) : 0,
    weekday: WEEKDAYS.indexOf(day?.[2] ?? ''),
  }));
  const pattern: Pattern = {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    weekdays: byDay.filter(day => !day.nth).map(day => day.weekday),
    nth: byDay.filter(day => day.nth),
    monthDays: numbers(parts.get('BYMONTHDAY')),
    months: numbers(parts.get('BYMONTH')),
  };

  const positions = numbers(parts.get('BYSETPOS'));
  if (positions.length > 0) {
    const sorted = [...pattern.weekdays].sort().join();
    const weekday = sorted === WORKDAYS ? 'workday' : pattern.weekdays[0];
    const sayable =
      frequency === 'monthly' &&
      pattern.nth.length === 0 &&
      pattern.monthDays.length === 0 &&
      (sorted === WORKDAYS || pattern.weekdays.length === 1);
    if (!sayable) {
      return undefined;
    }
    pattern.nth = positions.map(nth => ({ nth, weekday }));
    pattern.weekdays = [];
  }

  // What the rule leaves out comes from its start (RFC 5545 §3.3.10).
  const startWeekday = (start.getUTCDay() + 6) % 7;
  const nothing =
    pattern.weekdays.length + pattern.nth.length + pattern.monthDays.length ===
    0;
  if (frequency === 'weekly' && pattern.weekdays.length === 0) {
    pattern.weekdays = [startWeekday];
  }
  if (nothing && (frequency === 'monthly' || frequency === 'yearly')) {
    pattern.monthDays = [start.getUTCDate()];
  }
  if (frequency === 'yearly' && pattern.months.length === 0) {
    if (!nothing) {
      return undefined;
    }
    pattern.months = [start.getUTCMonth() + 1];
  }
  const mixed =
    pattern.weekdays.length > 0 &&
    (pattern.monthDays.length > 0 || pattern.nth.length > 0);
  const weekdaysInMonth =
    pattern.weekdays.length > 0 &&
    (frequency === 'monthly' || frequency === 'yearly');
  const unsaid =
    frequency === 'daily' &&
    (pattern.monthDays.length > 0 ||
      pattern.nth.length > 0 ||
      (pattern.weekdays.length > 0 && pattern.interval > 1));
  const unsaidNth = pattern.nth.some(
    ({ nth }) => !(nth in NTH) || pattern.monthDays.length > 0,
  );
  return mixed || weekdaysInMonth || unsaid || unsaidNth ? undefined : pattern;
}

/** A list of numbers of one cron field ("1-5", "MON,WED", "1,15"), empty for "*". */
function cronField(
  field: string,
  names: readonly string[] = [],
  firstName = 0,
): number[] | undefined {
  if (field === '*' || field === '?') {
    return [];
  }
  const value = (text: string) => {
    const index = names.indexOf(text.toUpperCase());
    return index < 0 ? Number(text) : index + firstName;
  };
  const result: number[] = [];
  for (const item of field.split(',')) {
    const [from, to, ...rest] = item.split('-').map(value);
    const last = to ?? from;
    if (rest.length > 0 || !Number.isInteger(from) || !Number.isInteger(last)) {
      return undefined;
    }
    for (let number = from; number <= last; number++) {
      result.push(number);
    }
  }
  return result;
}

const CRON_WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const CRON_MONTHS = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
];

/** Pattern and start times of a cron expression, or undefined where it steps or mixes days. */
function cronPattern(
  cron: string,
): { pattern: Pattern; starts: Date[] } | undefined {
  const [minute, hour, monthDay, month, weekday] = cron.trim().split(/\s+/);
  const minutes = cronField(minute);
  const hours = cronField(hour);
  const monthDays = cronField(monthDay);
  const months = cronField(month, CRON_MONTHS, 1);
  const weekdays = cronField(weekday, CRON_WEEKDAYS);
  if (
    minutes?.length !== 1 ||
    !hours?.length ||
    hours.length > 4 ||
    !monthDays ||
    !months ||
    !weekdays ||
    // Cron joins the two with "or", which reads wrong as one pattern.
    (monthDays.length > 0 && weekdays.length > 0)
  ) {
    return undefined;
  }
  let frequency: Pattern['frequency'] = 'daily';
  if (monthDays.length > 0) {
    frequency = months.length > 0 ? 'yearly' : 'monthly';
  } else if (weekdays.length > 0) {
    frequency = 'weekly';
  }
  return {
    pattern: {
      frequency,
      interval: 1,
      weekdays: weekdays.map(day => (day + 6) % 7),
      nth: [],
      monthDays,
      months,
    },
    starts: hours.map(h => new Date(Date.UTC(2024, 0, 1, h, minutes[0]))),
  };
}

function monthDayWords(pattern: Pattern, { t, locale }: Words): string {
  const { monthDays, months } = pattern;
  const single = monthDays.length === 1 && monthDays[0] > 0;
  if (pattern.frequency === 'yearly' && single) {
    return both(
      months.map(month =>
        format(new Date(Date.UTC(2024, month - 1, monthDays[0])), locale, {
          day: 'numeric',
          month: 'long',
        }),
      ),
      locale,
    );
  }
  const forward = monthDays.filter(day => day > 0);
  const words = [];
  if (forward.length === 1) {
    words.push(t('gate.schedule.monthDay', { day: String(forward[0]) }));
  } else if (forward.length > 1) {
    words.push(
      t('gate.schedule.monthDays', {
        days: both(
          runs(forward).map(([from, to]) =>
            from === to
              ? String(from)
              : t('gate.schedule.monthDayRange', {
                  from: String(from),
                  to: String(to),
                }),
          ),
          locale,
        ),
      }),
    );
  }
  for (const day of monthDays.filter(value => value < 0)) {
    words.push(
      day === -1
        ? t('gate.schedule.lastDay')
        : t('gate.schedule.lastDays', { days: String(-day - 1) }),
    );
  }
  return both(words, locale);
}

function nthWords(pattern: Pattern, { t, locale }: Words): string {
  return both(
    pattern.nth.map(({ nth, weekday }) => {
      const day =
        weekday === 'workday'
          ? t('gate.schedule.workday')
          : weekdayName(weekday, locale);
      const key = NTH[String(nth) as unknown as keyof typeof NTH];
      return t(key, { day });
    }),
    locale,
  );
}

function patternWords(pattern: Pattern, words: Words): string {
  const { t, locale } = words;
  const { interval } = pattern;
  const n = { interval: String(interval) };
  const months = both(
    pattern.months.map(month => monthName(month, locale)),
    locale,
  );

  let when: string;
  let monthsSaid = pattern.months.length === 0;
  if (pattern.weekdays.length > 0 && pattern.nth.length === 0) {
    const days = namedRuns(
      pattern.weekdays,
      day => weekdayName(day, locale),
      words,
    );
    when =
      interval === 1
        ? t('gate.schedule.weekly', { days })
        : t('gate.schedule.weekly_n', { days, ...n });
  } else if (pattern.frequency === 'daily') {
    when =
      interval === 1 ? t('gate.schedule.daily') : t('gate.schedule.daily_n', n);
  } else {
    const days =
      pattern.nth.length > 0
        ? nthWords(pattern, words)
        : monthDayWords(pattern, words);
    // "every year on 24 December" already names its months.
    monthsSaid ||=
      pattern.frequency === 'yearly' &&
      pattern.nth.length === 0 &&
      pattern.monthDays.length === 1 &&
      pattern.monthDays[0] > 0;
    if (pattern.frequency === 'yearly') {
      when =
        interval === 1
          ? t('gate.schedule.yearly', { days })
          : t('gate.schedule.yearly_n', { days, ...n });
    } else {
      when =
        interval === 1
          ? t('gate.schedule.monthly', { days })
          : t('gate.schedule.monthly_n', { days, ...n });
    }
  }
  return monthsSaid ? when : t('gate.schedule.inMonths', { when, months });
}

/** Adds the times of day to a pattern: "every Friday 16:00 – Monday 08:00". */
function withTimes(
  when: string,
  pattern: Pattern | undefined,
  starts: Date[],
  duration: string,
  { t, locale }: Words,
): string {
  const length = durationMillis(duration);
  const [start] = starts;
  const inWords = formatDuration(duration, locale);
  if (starts.length > 1 || length === undefined) {
    return t('gate.schedule.timeFor', {
      when,
      start: both(
        starts.map(each => clock(each, locale)),
        locale,
      ),
      duration: inWords,
    });
  }
  const midnight = start.getTime() % DAY === 0;
  if (midnight && length === DAY) {
    return t('gate.schedule.allDay', { when });
  }
  const end = new Date(start.getTime() + length);
  const times = { when, start: clock(start, locale), end: clock(end, locale) };
  const nights =
    Math.floor(end.getTime() / DAY) - Math.floor(start.getTime() / DAY);
  if (nights === 0) {
    return t('gate.schedule.time', times);
  }
  const onlyDay =
    pattern?.frequency === 'weekly' && pattern.weekdays.length === 1
      ? pattern.weekdays[0]
      : undefined;
  if (onlyDay !== undefined && length < 7 * DAY) {
    return t('gate.schedule.timeToDay', {
      ...times,
      day: weekdayName((onlyDay + nights) % 7, locale),
    });
  }
  if (length < DAY || (nights === 1 && length === DAY)) {
    return end.getTime() % DAY === 0
      ? t('gate.schedule.time', { ...times, end: '24:00' })
      : t('gate.schedule.timeNextDay', times);
  }
  return t('gate.schedule.timeFor', {
    when,
    start: times.start,
    duration: inWords,
  });
}

function onceWords(
  schedule: Extract<Schedule, { end: string }>,
  { t, locale }: Words,
): string {
  const { start, end } = schedule;
  const from = floating(start);
  const to = floating(end);
  if (!start.includes('T') && !end.includes('T')) {
    return start === end
      ? t('gate.schedule.onceDay', { day: fullDate(from, locale) })
      : t('gate.schedule.onceDays', {
          start: fullDate(from, locale),
          end: fullDate(to, locale),
        });
  }
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  return t('gate.schedule.once', {
    start: `${fullDate(from, locale)} ${clock(from, locale)}`,
    end: sameDay
      ? clock(to, locale)
      : `${fullDate(to, locale)} ${
          end.includes('T') ? clock(to, locale) : '24:00'
        }`,
  });
}

function ruleWords(
  schedule: Extract<Schedule, { rrule: string }>,
  words: Words,
): string {
  const { t, locale } = words;
  const start = floating(schedule.start);
  const parts = ruleParts(schedule.rrule);
  const pattern = rulePattern(parts, start);
  let text = withTimes(
    pattern
      ? patternWords(pattern, words)
      : t('gate.schedule.rule', { rule: schedule.rrule }),
    pattern,
    [start],
    schedule.duration,
    words,
  );
  const dates = (locals: string[]) =>
    both(
      locals.map(local => fullDate(floating(local), locale)),
      locale,
    );
  if (schedule.rdates?.length) {
    text = t('gate.schedule.plus', {
      when: text,
      dates: dates(schedule.rdates),
    });
  }
  if (schedule.exdates?.length) {
    text = t('gate.schedule.except', {
      when: text,
      dates: dates(schedule.exdates),
    });
  }
  if (pattern) {
    const count = parts.get('COUNT');
    const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '');
    // A start in the past says nothing that the reader needs.
    if (start > new Date()) {
      text = t('gate.schedule.from', {
        when: text,
        date: fullDate(start, locale),
      });
    }
    if (count) {
      text = t('gate.schedule.times', { when: text, times: count });
    }
    if (until) {
      text = t('gate.schedule.until', {
        when: text,
        date: fullDate(floating(until.slice(1).join('-')), locale),
      });
    }
  }
  return text;
}

function cronWords(
  schedule: Extract<Schedule, { cron: string }>,
  words: Words,
): string {
  const { t, locale } = words;
  const read = cronPattern(schedule.cron);
  return read
    ? withTimes(
        patternWords(read.pattern, words),
        read.pattern,
        read.starts,
        schedule.duration,
        words,
      )
    : `${t('gate.schedule.cron', {
        cron: schedule.cron,
      })}, ${formatDuration(schedule.duration, locale)}`;
}

/**
 * A schedule in words: "every Friday 16:00 – Monday 08:00, Europe/London".
 * What words cannot carry is shown as it was written.
 */
export function describeSchedule(schedule: Schedule, words: Words): string {
  let when: string;
  if ('cron' in schedule) {
    when = cronWords(schedule, words);
  } else if ('rrule' in schedule) {
    when = ruleWords(schedule, words);
  } else {
    when = onceWords(schedule, words);
  }
  return words.t('gate.schedule.inZone', {
    when,
    timeZone: schedule.timeZone,
  });
}
