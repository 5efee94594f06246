import { DAY, HOUR, MINUTE, parseLocalTime, startOfDay } from './localTime';
import {
  DailyStarts,
  type PatternStarts,
  PositionedStarts,
  indexesOf,
} from './localStarts';
import { type TimesOfDay, chosenTimes, everyTime } from './timesOfDay';
import { type DayRule, periodsOf, selectedDays } from './recurrenceDays';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof FREQUENCIES)[number];

export const MAX_RULE_LENGTH = 500;
export const MAX_INTERVAL = 1000;
export const MAX_COUNT = 1_000;
/** The same with BYSETPOS, where each period has to be looked at. */
export const MAX_POSITIONED_COUNT = 200;
export const MAX_TIMES_A_DAY = 48;

/** An occurrence must come within so many years of the start. */
export const YEARS_TO_FIRST = 60;
const YEAR = 365.2425 * DAY;

/** The numeric parts: the range of the absolute value, and whether it may be negative. */
const NUMBER_LISTS: Record<
  string,
  { max: number; min: number; sign: boolean }
> = {
  BYSECOND: { min: 0, max: 59, sign: false },
  BYMINUTE: { min: 0, max: 59, sign: false },
  BYHOUR: { min: 0, max: 23, sign: false },
  BYMONTHDAY: { min: 1, max: 31, sign: true },
  BYYEARDAY: { min: 1, max: 366, sign: true },
  BYWEEKNO: { min: 1, max: 53, sign: true },
  BYMONTH: { min: 1, max: 12, sign: false },
  BYSETPOS: { min: 1, max: 366, sign: true },
};

export type RecurrenceUntil =
  | { kind: 'utc'; instant: number }
  | { kind: 'local'; floating: number };

/**
 * A compiled recurrence rule. The cost of a range doesn't depend on how long
 * ago the rule began.
 */
export type Recurrence = {
  frequency: Frequency;
  interval: number;
  count?: number;
  until?: RecurrenceUntil;
  /** Floating start of the rule. */
  start: number;
  /** The days that the rule selects. */
  days: DayRule;
  times: TimesOfDay;
  /** BYSETPOS: positions among the starts of one period. */
  positions?: readonly number[];
  /** All parts except COUNT and UNTIL, including those that RFC 5545 takes from the start. */
  rule: string;
};

/** Reads an RFC 5545 §3.3.10 rule. Throws a RangeError that says which part is wrong and why. */
export function parseRecurrence(text: string, start: number): Recurrence {
  const parts = splitParts(text);
  const frequency = readFrequency(parts);
  const interval = readNumber(parts, 'INTERVAL', MAX_INTERVAL) ?? 1;
  const count = readNumber(
    parts,
    'COUNT',
    parts.has('BYSETPOS') ? MAX_POSITIONED_COUNT : MAX_COUNT,
  );
  const until = readUntil(parts);
  if (count !== undefined && until) {
    throw new RangeError('COUNT and UNTIL cannot be used together');
  }
  const weekStart = readWeekStart(parts);
  const lists = readLists(parts);
  const days = readDays(parts, frequency);
  checkCombination(frequency, lists, days);
  if (days) {
    lists.set('BYDAY', days);
  }
  writeDefaults(frequency, lists, start);
  const rule = [
    `FREQ=${frequency}`,
    `INTERVAL=${interval}`,
    `WKST=${WEEKDAYS[weekStart]}`,
    ...[...lists].map(([name, values]) => `${name}=${values.join(',')}`),
  ].join(';');
  return {
    frequency,
    interval,
    count,
    until,
    start,
    days: {
      frequency,
      interval,
      startDay: startOfDay(start) / DAY,
      weekStart,
      months: setOf(lists, 'BYMONTH'),
      weekNumbers: numbersOf(lists, 'BYWEEKNO'),
      yearDays: setOf(lists, 'BYYEARDAY'),
      monthDays: setOf(lists, 'BYMONTHDAY'),
      weekdays: weekdaysOf(lists),
    },
    times: timesOf(lists),
    positions: numbersOf(lists, 'BYSETPOS'),
    rule,
  };
}

/**
 * The floating starts that the pattern has. Ignores COUNT and UNTIL, and the
 * start of the rule.
 */
export function patternStarts(recurrence: Recurrence): PatternStarts {
  const { days, times, positions } = recurrence;
  const selected = selectedDays(days);
  if (positions && recurrence.frequency === 'DAILY') {
    const chosen = indexesOf(positions, times.length);
    return new DailyStarts(selected, chosenTimes(times, chosen));
  }
  return positions
    ? new PositionedStarts({
        days: selected,
        times,
        positions,
        periods: periodsOf(days),
        startDay: days.startDay,
        interval: days.interval,
      })
    : new DailyStarts(selected, times);
}

/** Those in `[from, to)`, ascending; nothing starts before the rule does. */
export function recurrenceStarts(
  recurrence: Recurrence,
  from: number,
  to: number,
): number[] {
  const first = Math.max(from, recurrence.start);
  return first < to ? [...patternStarts(recurrence).ascending(first, to)] : [];
}

/** The first floating start of the pattern within {@link YEARS_TO_FIRST} years. */
export function firstStart(recurrence: Recurrence): number | undefined {
  const { start } = recurrence;
  const [first] = patternStarts(recurrence).ascending(
    start,
    start + YEARS_TO_FIRST * YEAR,
  );
  return first;
}

function splitParts(text: string): Map<string, string> {
  if (text.length > MAX_RULE_LENGTH) {
    throw new RangeError(`a rule has at most ${MAX_RULE_LENGTH} characters`);
  }
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';')) {
    const [name, value, ...more] = part.split('=');
    const key = name.trim().toUpperCase();
    if (!value || more.length > 0) {
      throw new RangeError(`'${part}' is not of the form NAME=VALUE`);
    }
    if (
      !(key in NUMBER_LISTS) &&
      !['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY'].includes(key)
    ) {
      throw new RangeError(`'${name}' is not a part of a recurrence rule`);
    }
    if (parts.has(key)) {
      throw new RangeError(`${key} is given twice`);
    }
    parts.set(key, value.trim().toUpperCase());
  }
  return parts;
}

function readFrequency(parts: Map<string, string>): Frequency {
  const value = parts.get('FREQ');
  if (value === undefined) {
    throw new RangeError('FREQ is missing');
  }
  const frequency = FREQUENCIES.find(name => name === value);
  if (!frequency) {
    throw new RangeError(
      ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(value)
        ? `FREQ=${value} is too fine for a window: use DAILY with BYHOUR`
        : `FREQ=${value} is not one of ${FREQUENCIES.join(', ')}`,
    );
  }
  return frequency;
}

function readNumber(
  parts: Map<string, string>,
  name: string,
  max: number,
): number | undefined {
  const text = parts.get(name);
  if (text === undefined) {
    return undefined;
  }
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= 1 && value <= max)) {
    throw new RangeError(`${name}=${text} is not between 1 and ${max}`);
  }
  return value;
}

function readUntil(parts: Map<string, string>): RecurrenceUntil | undefined {
  const text = parts.get('UNTIL');
  if (text === undefined) {
    return undefined;
  }
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(
    text,
  );
  const local =
    match &&
    parseLocalTime(
      `${match[1]}-${match[2]}-${match[3]}${
        match[4] ? `T${match[4]}:${match[5]}:${match[6]}` : ''
      }`,
    );
  if (!local) {
    throw new RangeError(
      `UNTIL=${text} is not a date or time such as 20261231T180000Z`,
    );
  }
  if (match[7] === 'Z') {
    return { kind: 'utc', instant: local.floating };
  }
  // A date alone includes the whole of that day.
  return {
    kind: 'local',
    floating: local.floating + (local.dateOnly ? DAY - 1000 : 0),
  };
}

function readWeekStart(parts: Map<string, string>): number {
  const text = parts.get('WKST') ?? 'MO';
  const index = WEEKDAYS.indexOf(text);
  if (index < 0) {
    throw new RangeError(`WKST=${text} is not a weekday`);
  }
  return index;
}

function readLists(
  parts: Map<string, string>,
): Map<string, (number | string)[]> {
  const lists = new Map<string, (number | string)[]>();
  for (const [name, { min, max, sign }] of Object.entries(NUMBER_LISTS)) {
    const text = parts.get(name);
    if (text !== undefined) {
      const values = text.split(',').map(item => {
        const value = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : NaN;
        const size = Math.abs(value);
        if (!(size >= min && size <= max) || (value < 0 && !sign)) {
          throw new RangeError(
            `${name}=${text}: '${item}' is not between ${min} and ${max}${
              sign ? ' or their negatives' : ''
            }`,
          );
        }
        return value;
      });
      lists.set(
        name,
        [...new Set(values)].sort((a, b) => a - b),
      );
    }
  }
  return lists;
}

function readDays(
  parts: Map<string, string>,
  frequency: Frequency,
): string[] | undefined {
  const text = parts.get('BYDAY');
  return text?.split(',').map(item => {
    const match = /^([+-]?)(\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item);
    const position = Number(match?.[2] ?? 1);
    if (!match || (match[1] && !match[2]) || position < 1 || position > 53) {
      throw new RangeError(
        `BYDAY=${text}: '${item}' is not a weekday such as FR or -1FR`,
      );
    }
    if (match[2] && frequency !== 'MONTHLY' && frequency !== 'YEARLY') {
      throw new RangeError(
        `BYDAY=${text}: '${item}' needs FREQ=MONTHLY or FREQ=YEARLY`,
      );
    }
    return match[2]
      ? `${match[1] === '-' ? '-' : ''}${position}${match[3]}`
      : match[3];
  });
}

/** The limits of RFC 5545 §3.3.10 on which parts go together. */
function checkCombination(
  frequency: Frequency,
  lists: Map<string, (number | string)[]>,
  days: string[] | undefined,
) {
  const refuse = (name: string, needs: string) => {
    throw new RangeError(`${name} cannot be used with ${needs}`);
  };
  if (lists.has('BYWEEKNO') && frequency !== 'YEARLY') {
    refuse('BYWEEKNO', `FREQ=${frequency}`);
  }
  if (lists.has('BYYEARDAY') && frequency !== 'YEARLY') {
    refuse('BYYEARDAY', `FREQ=${frequency}`);
  }
  if (lists.has('BYMONTHDAY') && frequency === 'WEEKLY') {
    refuse('BYMONTHDAY', 'FREQ=WEEKLY');
  }
  if (lists.has('BYWEEKNO') && days?.some(day => day.length > 2)) {
    refuse('BYWEEKNO', 'a numbered weekday in BYDAY');
  }
  const others = [...lists.keys()].filter(name => name !== 'BYSETPOS');
  if (lists.has('BYSETPOS') && others.length === 0 && !days) {
    throw new RangeError('BYSETPOS needs another part such as BYDAY');
  }
}

/** Writes out what a rule takes from its start where a part is absent (RFC 5545 §3.3.10). */
function writeDefaults(
  frequency: Frequency,
  lists: Map<string, (number | string)[]>,
  start: number,
) {
  const date = new Date(start);
  const set = (name: string, value: number | string) => {
    if (!lists.has(name)) {
      lists.set(name, [value]);
    }
  };
  set('BYHOUR', Math.floor((start - startOfDay(start)) / HOUR));
  set('BYMINUTE', date.getUTCMinutes());
  set('BYSECOND', Math.floor(((start - startOfDay(start)) % MINUTE) / 1000));
  const dayGiven = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY'].some(name =>
    lists.has(name),
  );
  if (dayGiven || frequency === 'DAILY') {
    return;
  }
  if (frequency === 'WEEKLY' || lists.has('BYWEEKNO')) {
    set('BYDAY', WEEKDAYS[(date.getUTCDay() + 6) % 7]);
    return;
  }
  set('BYMONTHDAY', date.getUTCDate());
  if (frequency === 'YEARLY') {
    set('BYMONTH', date.getUTCMonth() + 1);
  }
}

function numbersOf(
  lists: Map<string, (number | string)[]>,
  name: string,
): number[] | undefined {
  return lists.get(name)?.map(Number);
}

function setOf(
  lists: Map<string, (number | string)[]>,
  name: string,
): Set<number> | undefined {
  const numbers = numbersOf(lists, name);
  return numbers && new Set(numbers);
}

function weekdaysOf(
  lists: Map<string, (number | string)[]>,
): DayRule['weekdays'] {
  return lists.get('BYDAY')?.map(value => {
    const text = String(value);
    return {
      weekday: WEEKDAYS.indexOf(text.slice(-2)),
      ...(text.length > 2 && { nth: Number(text.slice(0, -2)) }),
    };
  });
}

function timesOf(lists: Map<string, (number | string)[]>): TimesOfDay {
  const hours = numbersOf(lists, 'BYHOUR')!;
  const minutes = numbersOf(lists, 'BYMINUTE')!;
  const seconds = numbersOf(lists, 'BYSECOND')!;
  const size = hours.length * minutes.length * seconds.length;
  if (size > MAX_TIMES_A_DAY) {
    throw new RangeError(
      `BYHOUR, BYMINUTE and BYSECOND make ${size} times a day, more than ${MAX_TIMES_A_DAY}: use fewer and longer occurrences`,
    );
  }
  return everyTime(hours, minutes, seconds);
}
