/**
 * Wall clock arithmetic without a zone. A **floating** time is the number of
 * milliseconds that its date and time would be after 1970-01-01T00:00 if the
 * zone were UTC (RFC 5545 §3.3.5, form 1).
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

export type LocalTime = { floating: number; dateOnly: boolean };

/**
 * Reads `2026-11-20`, `2026-11-20T09:00` or `2026-11-20T09:00:30`. Returns
 * undefined for anything else, or if the day or time doesn't exist.
 */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = LOCAL.exec(text);
  if (!match) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  const floating = Date.UTC(2000, month - 1, day, hour, minute, second);
  // Date.UTC reads years below 100 as 19xx: set the year apart.
  const date = new Date(floating);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return exists
    ? { floating: date.getTime(), dateOnly: match[4] === undefined }
    : undefined;
}

/** Midnight that begins the day of a floating time. */
export function startOfDay(floating: number): number {
  return Math.floor(floating / DAY) * DAY;
}

/** A span with its nominal days apart from its exact part (RFC 5545 §3.3.6). */
export type Span = { days: number; exact: number };

const DURATION =
  /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

/**
 * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds.
 * Returns undefined for anything else, and for years and months, which have no
 * fixed length and aren't part of RFC 5545.
 */
export function parseDuration(text: string): Span | undefined {
  const match = text === 'P' ? null : DURATION.exec(text);
  if (!match) {
    return undefined;
  }
  const [weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  return {
    days: weeks * 7 + days,
    exact: hours * HOUR + minutes * MINUTE + seconds * 1000,
  };
}
