import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  type DurationUnit,
  readDuration,
} from '@backstage-handover/plugin-handover-common/documents';
import {
  type HandoverWindow,
  readCronFields,
  readRule,
  type RuleFields,
} from '@backstage-handover/plugin-handover-common/gate';
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

const MILLIS: { [unit in DurationUnit]?: number } = {
  week: 7 * DAY,
  day: DAY,
  hour: 60 * MINUTE,
  minute: MINUTE,
  second: 1000,
};

/** Milliseconds of a duration of weeks, days and smaller; undefined for months and years. */
function durationMillis(duration: string): number | undefined {
  const parts = readDuration(duration);
  return parts?.every(({ unit }) => unit in MILLIS)
    ? parts.reduce((sum, { unit, count }) => sum + count * MILLIS[unit]!, 0)
    : undefined;
}

/** What the domain's parser reads; undefined for what it refuses. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
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

/** The pattern of a rule; undefined if a pattern cannot express it. */
function rulePattern(rule: RuleFields, start: Date): Pattern | undefined {
  const { positions, times } = rule;
  const frequency = rule.frequency.toLowerCase() as Pattern['frequency'];
  if (
    rule.hasOtherDays ||
    times.length !== 1 ||
    times[0] !== ((start.getTime() % DAY) + DAY) % DAY ||
    (frequency === 'yearly' && rule.months.length === 0)
  ) {
    return undefined;
  }
  const pattern: Pattern = {
    frequency,
    interval: rule.interval,
    weekdays: rule.weekdays
      .filter(({ nth }) => !nth)
      .map(({ weekday }) => weekday),
    nth: rule.weekdays.flatMap(({ nth, weekday }) =>
      nth ? [{ nth, weekday }] : [],
    ),
    monthDays: rule.monthDays,
    months: rule.months,
  };

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

/** Pattern and start times of a cron expression; undefined if it steps or mixes days. */
function cronPattern(
  cron: string,
): { pattern: Pattern; starts: Date[] } | undefined {
  const fields = cron.includes('/')
    ? undefined
    : readable(() => readCronFields(cron));
  if (!fields) {
    return undefined;
  }
  const { minutes, hours, monthDays = [], months = [], weekdays = [] } = fields;
  if (
    minutes.length !== 1 ||
    hours.length > 4 ||
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
  const rule = readable(() => readRule(schedule.rrule, schedule.start));
  const pattern = rule && rulePattern(rule, start);
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
  if (rule && pattern) {
    const { count, until } = rule;
    // A start in the past says nothing that the reader needs.
    if (start > new Date()) {
      text = t('gate.schedule.from', {
        when: text,
        date: fullDate(start, locale),
      });
    }
    if (count) {
      text = t('gate.schedule.times', { when: text, times: String(count) });
    }
    if (until) {
      text = t('gate.schedule.until', {
        when: text,
        date: fullDate(new Date(until), locale),
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
