/**
 * How far ahead of this clock that of another system may be. What was deployed
 * next year would be the latest deployment of its environment until then.
 */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000;

/** Whether a time, in milliseconds since 1970, is yet to come. */
export function isFuture(time: number, now: number): boolean {
  return time > now + MAX_SKEW_MS;
}
