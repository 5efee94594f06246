/**
 * Formats of dates in the viewer's language. Values that cannot
 * be read are shown as they were written.
 */

/**
 * `2026-11-20` as "20 Nov 2026" in the form of the viewer's language; an
 * instant with its time and zone, "20 Nov 2026, 09:00 UTC".
 */
export function formatDate(date: string, language: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) {
    return date;
  }
  // A date alone is a calendar day: no time zone may move it.
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(date);
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    ...(dateOnly
      ? { timeZone: 'UTC' }
      : { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }),
  }).format(time);
}

/** A time of today as "09:40", of another day as "20 Nov, 09:40". Both in milliseconds since the epoch. */
export function formatClock(
  time: number,
  now: number,
  language: string,
): string {
  const isToday =
    new Date(time).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago or until, "3 days ago", relative to `now` in milliseconds since the epoch. */
export function formatRelative(
  date: string,
  now: number,
  language: string,
): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) {
    return date;
  }
  const seconds = (time - now) / 1000;
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const [unit, size] = STEPS.find(
    ([name, length]) =>
      Math.abs(seconds) >= length || (dateOnly && name === 'day'),
  ) ?? ['minute', 60];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(seconds / size),
    unit,
  );
}

/** A ratio as a percentage, rounded down: 100 % means that nothing is missing. */
export function formatPercent(ratio: number, language: string): string {
  // 0.29 * 100 is a little less than 29.
  const percent = Math.floor(Number((ratio * 100).toFixed(6)));
  return new Intl.NumberFormat(language, { style: 'percent' }).format(
    percent / 100,
  );
}
