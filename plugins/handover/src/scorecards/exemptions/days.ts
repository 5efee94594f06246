const DAY_MS = 86_400_000;

/** The day of the viewer's calendar so many days from now, `2026-11-20`. */
export function inDays(days: number): string {
  const time = new Date(Date.now() + days * DAY_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return [
    time.getFullYear(),
    two(time.getMonth() + 1),
    two(time.getDate()),
  ].join('-');
}

/** The last second of a day in the viewer's zone, in RFC 3339. */
export function endOfDay(day: string): string {
  const time = new Date(`${day}T23:59:59`);
  // The backend names what is wrong with a day that is none.
  return Number.isNaN(time.getTime()) ? day : time.toISOString();
}

/** The last day that is over within a time from now, but no earlier than today. */
export function lastDayWithin(durationMs: number): string {
  const latest = Date.now() + durationMs;
  let days = Math.floor(durationMs / DAY_MS);
  while (days > 0 && Date.parse(endOfDay(inDays(days))) > latest) {
    days -= 1;
  }
  return inDays(days);
}
