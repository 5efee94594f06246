import {
  firstDayOf,
  firstDayOfYear,
  monthOf,
  startOfWeek,
  startOfWeekYear,
  weekYearOf,
  weekdayOf,
  yearOf,
} from './civil';
import { type DaySet, keepMasks, maskOfRange } from './daySet';

/** Days are counted from 1970-01-01, weekdays from Monday, which is 0. */
export type DayRule = {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** Day on which the rule starts. */
  startDay: number;
  /** First weekday of a week. */
  weekStart: number;
  months?: ReadonlySet<number>;
  weekNumbers?: readonly number[];
  yearDays?: ReadonlySet<number>;
  monthDays?: ReadonlySet<number>;
  weekdays?: readonly { weekday: number; nth?: number }[];
};

/** A stretch of days, `[first, end)`. */
export type DayRange = { first: number; end: number };

/** The periods of a rule: days, weeks, months or years, as FREQ says. */
export type Periods = {
  /** Number of the period that a day lies in. */
  indexOf(day: number): number;
  range(index: number): DayRange;
};

/**
 * The period of a rule with BYWEEKNO is the year that consists of whole weeks
 * (ISO 8601 if weeks begin on Monday): its first and last days can lie in the
 * calendar years before and after.
 */
export function periodsOf(rule: DayRule): Periods {
  switch (rule.frequency) {
    case 'DAILY':
      return {
        indexOf: day => day,
        range: index => ({ first: index, end: index + 1 }),
      };
    case 'WEEKLY': {
      const offset = startOfWeek(0, rule.weekStart);
      return {
        indexOf: day => Math.floor((day - offset) / 7),
        range: index => ({
          first: offset + index * 7,
          end: offset + index * 7 + 7,
        }),
      };
    }
    case 'MONTHLY':
      return {
        indexOf: monthOf,
        range: index => ({
          first: firstDayOf(index),
          end: firstDayOf(index + 1),
        }),
      };
    default:
      return rule.weekNumbers
        ? {
            indexOf: day => weekYearOf(day, rule.weekStart),
            range: year => ({
              first: startOfWeekYear(year, rule.weekStart),
              end: startOfWeekYear(year + 1, rule.weekStart),
            }),
          }
        : {
            indexOf: yearOf,
            range: year => ({
              first: firstDayOfYear(year),
              end: firstDayOfYear(year + 1),
            }),
          };
  }
}

/** A month with what the BY… parts compare. */
type Month = {
  year: number;
  /** 1 to 12. */
  number: number;
  first: number;
  length: number;
};

/** All days of a month that some part leaves. */
type Part = (month: Month) => number;

/**
 * The days that a rule selects in the periods that INTERVAL counts. BYMONTH,
 * BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY all select from the days of the
 * whole period, as in the table of RFC 5545 §3.3.10, so that BYSETPOS can count
 * what is left. Days before the start of the rule are not left out.
 */
export function selectedDays(rule: DayRule): DaySet {
  const parts: Part[] = [
    intervalPart(rule),
    ...(rule.weekNumbers ? [weekNumberPart(rule, rule.weekNumbers)] : []),
    ...(rule.yearDays ? [yearDayPart(rule.yearDays)] : []),
    ...(rule.monthDays ? [monthDayPart(rule.monthDays)] : []),
    ...(rule.weekdays ? [weekdayPart(rule, rule.weekdays)] : []),
  ];
  return keepMasks({
    maskOf(index) {
      const number = (((index % 12) + 12) % 12) + 1;
      if (rule.months && !rule.months.has(number)) {
        return 0;
      }
      const first = firstDayOf(index);
      const month: Month = {
        year: Math.floor(index / 12),
        number,
        first,
        length: firstDayOf(index + 1) - first,
      };
      let mask = -1;
      for (const part of parts) {
        mask &= part(month);
        if (mask === 0) {
          break;
        }
      }
      return mask;
    },
  });
}

function intervalPart(rule: DayRule): Part {
  const { interval, frequency } = rule;
  const whole: Part = month =>
    maskOfRange(month.first, month.first + month.length, month);
  // Weeks of a year can lie in another one: weekNumberPart counts the years.
  if (interval === 1 || rule.weekNumbers) {
    return whole;
  }
  const { indexOf, range } = periodsOf(rule);
  const origin = indexOf(rule.startDay);
  const isCounted = (index: number) => (index - origin) % interval === 0;
  if (frequency === 'MONTHLY' || frequency === 'YEARLY') {
    return month => (isCounted(indexOf(month.first)) ? whole(month) : 0);
  }
  return month => {
    const from = indexOf(month.first);
    let index = from + ((((origin - from) % interval) + interval) % interval);
    let mask = 0;
    for (
      let { first, end } = range(index);
      first < month.first + month.length;
      { first, end } = range(index)
    ) {
      mask |= maskOfRange(first, end, month);
      index += interval;
    }
    return mask;
  };
}

function weekNumberPart(rule: DayRule, weekNumbers: readonly number[]): Part {
  const { weekStart, interval } = rule;
  const origin = weekYearOf(rule.startDay, weekStart);
  const numbers = new Set(weekNumbers);
  return month => {
    let mask = 0;
    const end = month.first + month.length;
    let week = startOfWeek(month.first, weekStart);
    while (week < end) {
      const year = weekYearOf(week, weekStart, month.year);
      const first = startOfWeekYear(year, weekStart);
      const next = startOfWeekYear(year + 1, weekStart);
      const isCounted = (year - origin) % interval === 0;
      for (; week < end && week < next; week += 7) {
        const number = (week - first) / 7 + 1;
        if (
          isCounted &&
          (numbers.has(number) || numbers.has(number - 1 - (next - first) / 7))
        ) {
          mask |= maskOfRange(week, week + 7, month);
        }
      }
    }
    return mask;
  };
}

function yearDayPart(yearDays: ReadonlySet<number>): Part {
  return month => {
    const first = firstDayOfYear(month.year);
    const end = firstDayOfYear(month.year + 1);
    let mask = 0;
    for (const position of yearDays) {
      const day = position > 0 ? first + position - 1 : end + position;
      // A year without a day 366 has none by that number.
      if (day >= first && day < end) {
        mask |= maskOfRange(day, day + 1, month);
      }
    }
    return mask;
  };
}

function monthDayPart(monthDays: ReadonlySet<number>): Part {
  return ({ length }) => {
    let mask = 0;
    for (const position of monthDays) {
      const date = position > 0 ? position : length + 1 + position;
      if (date >= 1 && date <= length) {
        mask |= 1 << (date - 1);
      }
    }
    return mask;
  };
}

/** A number before a weekday counts within the month, or within the year if BYMONTH is absent. */
function weekdayPart(
  rule: DayRule,
  weekdays: readonly { weekday: number; nth?: number }[],
): Part {
  const isOfYear = rule.frequency === 'YEARLY' && !rule.months;
  return month => {
    const first = isOfYear ? firstDayOfYear(month.year) : month.first;
    const end = isOfYear
      ? firstDayOfYear(month.year + 1)
      : month.first + month.length;
    let mask = 0;
    for (const { weekday, nth } of weekdays) {
      if (nth === undefined) {
        const offset = (weekday - weekdayOf(month.first) + 7) % 7;
        for (let date = offset; date < month.length; date += 7) {
          mask |= 1 << date;
        }
      } else {
        const day =
          nth > 0
            ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
            : end -
              1 -
              ((weekdayOf(end - 1) - weekday + 7) % 7) +
              (nth + 1) * 7;
        if (day >= first && day < end) {
          mask |= maskOfRange(day, day + 1, month);
        }
      }
    }
    return mask;
  };
}
