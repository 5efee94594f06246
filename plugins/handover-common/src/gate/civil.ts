import { DAY } from './localTime';

/**
 * Calendar arithmetic on whole numbers. Days are counted from 1970-01-01,
 * months from January of year 0, weekdays from Monday, which is 0.
 */

/** Number of the month that a day lies in. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. It is needed too often to use a Date. */
export function firstDayOf(month: number): number {
  // Years that begin in March end with the leap day, and so do their centuries.
  const year = Math.floor((month - 2) / 12);
  const monthOfYear = month - 2 - year * 12;
  return (
    year * 365 +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((153 * monthOfYear + 2) / 5) -
    719_468
  );
}

/** 1 January of a year. */
export function firstDayOfYear(year: number): number {
  return firstDayOf(year * 12);
}

/** The calendar year that a day lies in. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The first day of the week that a day lies in. */
export function startOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** Week 1 is the first that has at least four days in the year, so it contains 4 January. */
export function startOfWeekYear(year: number, weekStart: number): number {
  return startOfWeek(firstDayOfYear(year) + 3, weekStart);
}

/** The year that the week of a day belongs to; `near` is that year or a neighbor. */
export function weekYearOf(
  day: number,
  weekStart: number,
  near = yearOf(day),
): number {
  if (day >= startOfWeekYear(near + 1, weekStart)) {
    return near + 1;
  }
  return day < startOfWeekYear(near, weekStart) ? near - 1 : near;
}
