import { firstDayOf, weekdayOf } from './civil';
import { type DaySet, keepMasks } from './daySet';
import { type TimesOfDay, everyTime } from './timesOfDay';

/**
 * A cron expression of five fields as Argo CD reads it: minute, hour, day of
 * month, month, day of week, with names, lists, ranges, steps and `?`. Where
 * both day fields are restricted, a day that matches either one counts.
 */
export type CronRule = {
  times: TimesOfDay;
  /** The expression as an RFC 5545 rule; none where either day field is enough. */
  readonly rrule?: string;
  days: DaySet;
};

type Field = {
  name: string;
  min: number;
  max: number;
  names?: string[];
};

type ParsedField = {
  values: Set<number>;
  /** Does a wildcard leave it free? */
  any: boolean;
};

/**
 * The fields of a cron expression, ascending. A field that a wildcard leaves free
 * is absent.
 *
 * @alpha
 */
export type CronFields = {
  minutes: number[];
  hours: number[];
  monthDays?: number[];
  /** 1 for January. */
  months?: number[];
  /** 0 for Sunday. */
  weekdays?: number[];
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const FIELDS: Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: WEEKDAYS },
];
const MAX_LENGTH = 200;

/**
 * The fields of a cron expression, for showing it.
 *
 * @throws RangeError that says which field is wrong and why.
 *
 * @alpha
 */
export function readCronFields(expression: string): CronFields {
  const [minutes, hours, days, months, weekdays] = parseFields(expression);
  const sorted = ({ values }: ParsedField) => [...values].sort(ascending);
  return {
    minutes: sorted(minutes),
    hours: sorted(hours),
    ...(!days.any && { monthDays: sorted(days) }),
    ...(!months.any && { months: sorted(months) }),
    ...(!weekdays.any && { weekdays: sorted(weekdays) }),
  };
}

function parseFields(expression: string): ParsedField[] {
  const text = expression.trim();
  if (text.length > MAX_LENGTH) {
    throw new RangeError(
      `a cron expression has at most ${MAX_LENGTH} characters`,
    );
  }
  if (text.startsWith('@')) {
    throw new RangeError(
      `'${text}' is a shorthand: write the five fields, for example 0 0 * * *`,
    );
  }
  const parts = text === '' ? [] : text.split(/\s+/);
  if (parts.length !== FIELDS.length) {
    throw new RangeError(
      `a cron expression has five fields (minute, hour, day of month, month, day of week), this one has ${parts.length}`,
    );
  }
  return parts.map((part, index) => parseField(part, FIELDS[index]));
}

/** Throws a RangeError that says which field is wrong and why. */
export function parseCron(expression: string): CronRule {
  const [minutes, hours, days, months, weekdays] = parseFields(expression);
  const either = !days.any && !weekdays.any;
  const list = (name: string, values: Iterable<number | string>) =>
    `;${name}=${[...values].join(',')}`;
  const sorted = (field: ParsedField) => [...field.values].sort(ascending);
  return {
    times: everyTime(sorted(hours), sorted(minutes)),
    get rrule() {
      return either
        ? undefined
        : [
            'FREQ=DAILY',
            months.any ? '' : list('BYMONTH', sorted(months)),
            days.any ? '' : list('BYMONTHDAY', sorted(days)),
            weekdays.any
              ? ''
              : list(
                  'BYDAY',
                  sorted(weekdays).map(day =>
                    WEEKDAYS[day].slice(0, 2).toUpperCase(),
                  ),
                ),
            list('BYHOUR', sorted(hours)),
            list('BYMINUTE', sorted(minutes)),
          ].join('');
    },
    days: keepMasks({
      maskOf(month) {
        if (!months.values.has((((month % 12) + 12) % 12) + 1)) {
          return 0;
        }
        const first = firstDayOf(month);
        const length = firstDayOf(month + 1) - first;
        let mask = 0;
        for (let date = 1; date <= length; date++) {
          const day = days.values.has(date);
          // Cron counts weekdays from Sunday.
          const weekday = weekdays.values.has(
            (weekdayOf(first + date - 1) + 1) % 7,
          );
          if (either ? day || weekday : day && weekday) {
            mask |= 1 << (date - 1);
          }
        }
        return mask;
      },
    }),
  };
}

function parseField(text: string, field: Field): ParsedField {
  const values = new Set<number>();
  let any = false;
  for (const item of text.split(',')) {
    const { low, high, step, star } = parseItem(item, field);
    for (let value = low; value <= high; value += step) {
      values.add(value);
    }
    any ||= star;
  }
  return { values, any };
}

function parseItem(
  item: string,
  field: Field,
): { low: number; high: number; step: number; star: boolean } {
  const fail = (why: string): never => {
    throw new RangeError(`the ${field.name} field '${item}' ${why}`);
  };
  const match =
    /^(?:(\*|\?)|([0-9]{1,2}|[a-z]{3})(?:-([0-9]{1,2}|[a-z]{3}))?)(?:\/([0-9]{1,4}))?$/i.exec(
      item,
    );
  if (!match) {
    return fail('is no value, range or step');
  }
  const [, wildcard, first, last, stepText] = match;
  const number = (value: string): number => {
    const index = field.names?.indexOf(value.toLowerCase()) ?? -1;
    const result = index >= 0 ? index + field.min : Number(value);
    return Number.isNaN(result) || result < field.min || result > field.max
      ? fail(`is not between ${field.min} and ${field.max}`)
      : result;
  };
  const step = stepText === undefined ? 1 : Number(stepText);
  if (step === 0) {
    fail('has a step of 0');
  }
  if (wildcard) {
    // A stepped wildcard restricts the field, so that the either-day rule holds.
    return { low: field.min, high: field.max, step, star: step === 1 };
  }
  const low = number(first);
  let high = low;
  if (last !== undefined) {
    high = number(last);
  } else if (stepText !== undefined) {
    high = field.max;
  }
  if (high < low) {
    fail('ends before it begins');
  }
  return { low, high, step, star: false };
}

function ascending(a: number, b: number): number {
  return a - b;
}
