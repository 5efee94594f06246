const DAY_MS = 24 * 60 * 60 * 1000;

/** The longest time that a rate limit is respected. */
export const LONGEST_HOLD_MS = DAY_MS;

/** Clocks of processes that share a database differ by this at most. */
const SKEW_MS = 60_000;

/** When requests to a rate-limited system are allowed again. */
export function boundHold(retryAt: Date, now: Date): Date {
  const last = now.getTime() + LONGEST_HOLD_MS;
  const time = retryAt.getTime();
  return new Date(Number.isFinite(time) ? Math.min(time, last) : last);
}

/** Times after this were stored before the clock was set back. */
export function latestHold(now: Date): Date {
  return new Date(now.getTime() + LONGEST_HOLD_MS + SKEW_MS);
}

/** Whether a rate limit is still in force. */
export function isHeld(retryAt: Date, now: Date): boolean {
  return retryAt > now && retryAt <= latestHold(now);
}
