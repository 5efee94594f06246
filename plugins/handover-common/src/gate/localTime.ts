/**
 * Wall clock arithmetic without a zone. A **floating** time is the number of
 * milliseconds that its date and time would be after 1970-01-01T00:00 if the
 * zone were UTC (RFC 5545 §3.3.5, form 1).
 */

import { type DurationUnit, readDuration } from '../text/duration';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

export type LocalTime = { floating: number; dateOnly: boolean };

/**
 * Reads `2026-11-20`, `2026-11-20T09:00` or `2026-11-20T09:00:30`.
 * Returns undefined where it is none of these or no such day or time exists.
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

const LENGTHS: { [unit in DurationUnit]?: Span } = {
  week: { days: 7, exact: 0 },
  day: { days: 1, exact: 0 },
  hour: { days: 0, exact: HOUR },
  minute: { days: 0, exact: MINUTE },
  second: { days: 0, exact: 1000 },
};

/**
 * Reads an ISO 8601 duration of whole weeks, days, hours, minutes and seconds.
 * Undefined for any other text. Years and months have no fixed length, and
 * RFC 5545 does not have them.
 */
export function parseDuration(text: string): Span | undefined {
  const parts = readDuration(text);
  if (!parts?.every(({ unit, count }) => unit in LENGTHS && count % 1 === 0)) {
    return undefined;
  }
  const span = { days: 0, exact: 0 };
  for (const { unit, count } of parts) {
    const { days, exact } = LENGTHS[unit]!;
    span.days += count * days;
    span.exact += count * exact;
  }
  return span;
}
