import { DAY } from './localTime';

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

/** One day with what the BY… parts compare. */
type CalendarDay = { day: number; year: number; month: number; date: number };

/** A stretch of days, `[first, end)`. */
type DayRange = { first: number; end: number };

/**
 * Walks through the periods of a rule, from the one that `fromDay` lies in to
 * the last that begins before `toDay`, and yields the days that the rule
 * selects in each, ascending. A period is a day, a week, a month or a year, as
 * FREQ says, and only every INTERVAL-th counts.
 *
 * BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY all select from the days
 * of the whole period, as in the table of RFC 5545 §3.3.10, so that BYSETPOS
 * can count what is left. The period of a rule with BYWEEKNO is the year that
 * consists of whole weeks (ISO 8601 if weeks begin on Monday): its first and
 * last days can lie in the calendar years before and after.
 */
export function* selectedDays(
  rule: DayRule,
  fromDay: number,
  toDay: number,
): Generator<number[]> {
  const periods = periodsOf(rule);
  const origin = periods.indexOf(rule.startDay);
  const skipped = Math.floor(
    (periods.indexOf(fromDay) - origin) / rule.interval,
  );
  const step = rule.interval;
  for (let index = origin + Math.max(0, skipped) * step; ; index += step) {
    const { first, end } = periods.range(index);
    if (first >= toDay) {
      return;
    }
    yield daysOf(rule, first, end, index);
  }
}

type Periods = {
  /** Number of the period that a day lies in. */
  indexOf(day: number): number;
  range(index: number): DayRange;
};

function periodsOf(rule: DayRule): Periods {
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
        indexOf: day => {
          const { year, month } = calendarDay(day);
          return year * 12 + month - 1;
        },
        range: index => ({
          first: dayOf(0, index, 1),
          end: dayOf(0, index + 1, 1),
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
            indexOf: day => calendarDay(day).year,
            range: year => ({
              first: dayOf(year, 0, 1),
              end: dayOf(year + 1, 0, 1),
            }),
          };
  }
}

function daysOf(
  rule: DayRule,
  first: number,
  end: number,
  index: number,
): number[] {
  return candidates(rule, first, end, index).flatMap(range => {
    const days: number[] = [];
    for (let day = range.first; day < range.end; day++) {
      if (isSelected(rule, calendarDay(day))) {
        days.push(day);
      }
    }
    return days;
  });
}

/** The parts of a period that can hold selected days, so that the rest is not searched. */
function candidates(
  { frequency, months, weekNumbers }: DayRule,
  first: number,
  end: number,
  index: number,
): DayRange[] {
  if (frequency === 'MONTHLY' && months) {
    return months.has(calendarDay(first).month) ? [{ first, end }] : [];
  }
  if (frequency !== 'YEARLY') {
    return [{ first, end }];
  }
  if (weekNumbers) {
    const weeks = (end - first) / 7;
    return [
      ...new Set(
        weekNumbers.map(number => (number > 0 ? number : weeks + 1 + number)),
      ),
    ]
      .filter(number => number >= 1 && number <= weeks)
      .sort((a, b) => a - b)
      .map(number => ({
        first: first + (number - 1) * 7,
        end: first + number * 7,
      }));
  }
  return months
    ? [...months]
        .sort((a, b) => a - b)
        .map(month => ({
          first: dayOf(index, month - 1, 1),
          end: dayOf(index, month, 1),
        }))
    : [{ first, end }];
}

function isSelected(rule: DayRule, at: CalendarDay): boolean {
  const { months, yearDays, monthDays, weekdays } = rule;
  if (months && !months.has(at.month)) {
    return false;
  }
  if (yearDays && !isInSet(yearDays, at.day, yearRange(at))) {
    return false;
  }
  if (monthDays && !isInSet(monthDays, at.day, monthRange(at))) {
    return false;
  }
  return !weekdays || weekdays.some(entry => isWeekday(rule, entry, at));
}

/** Whether a day's position in a range, from its start or its end, is in the set. */
function isInSet(
  positions: ReadonlySet<number>,
  day: number,
  { first, end }: DayRange,
): boolean {
  return positions.has(day - first + 1) || positions.has(day - end);
}

/** A number before a weekday counts within the month, or within the year if BYMONTH is absent. */
function isWeekday(
  rule: DayRule,
  { weekday, nth }: { weekday: number; nth?: number },
  at: CalendarDay,
): boolean {
  if (weekdayOf(at.day) !== weekday) {
    return false;
  }
  if (nth === undefined) {
    return true;
  }
  const { first, end } =
    rule.frequency === 'YEARLY' && !rule.months
      ? yearRange(at)
      : monthRange(at);
  return nth > 0
    ? Math.floor((at.day - first) / 7) + 1 === nth
    : Math.floor((end - 1 - at.day) / 7) + 1 === -nth;
}

function yearRange({ year }: CalendarDay): DayRange {
  return { first: dayOf(year, 0, 1), end: dayOf(year + 1, 0, 1) };
}

function monthRange({ year, month }: CalendarDay): DayRange {
  return { first: dayOf(year, month - 1, 1), end: dayOf(year, month, 1) };
}

/** Week 1 is the first that has at least four days in the year, so it contains 4 January. */
function startOfWeekYear(year: number, weekStart: number): number {
  return startOfWeek(dayOf(year, 0, 4), weekStart);
}

function weekYearOf(day: number, weekStart: number): number {
  const { year } = calendarDay(day);
  if (day >= startOfWeekYear(year + 1, weekStart)) {
    return year + 1;
  }
  return day < startOfWeekYear(year, weekStart) ? year - 1 : year;
}

function startOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function calendarDay(day: number): CalendarDay {
  const date = new Date(day * DAY);
  return {
    day,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
  };
}

/** Months count from 0 and may go beyond the year. */
function dayOf(year: number, month: number, date: number): number {
  // Date.UTC reads years below 100 as 19xx.
  return new Date(0).setUTCFullYear(year, month, date) / DAY;
}
