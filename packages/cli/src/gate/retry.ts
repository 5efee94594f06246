import type { Clock } from '../io/clock';
import { UnreachableError } from '../portal/errors';
import { retryAfterMs, statusOf } from '../portal/retryAfter';

const FIRST_MS = 500;
const LONGEST_MS = 15_000;
/** A portal that asks for more is asked earlier. */
const LONGEST_RETRY_AFTER_MS = 30_000;

/** Statuses that pass by themselves. */
const TRANSIENT = [429, 502, 503, 504];

/**
 * Sends a request, and again while the portal cannot be reached or is busy, with
 * exponential backoff and jitter. Throws the last error once the next attempt
 * would be later than the budget allows.
 */
export async function withRetries<T>(
  send: () => Promise<T>,
  options: { budgetMs: number; clock: Clock; signal: AbortSignal },
): Promise<T> {
  const { clock, signal } = options;
  const end = clock.now() + options.budgetMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (signal.aborted || !isTransient(error)) {
        throw error;
      }
      const delay = delayAfter(error, attempt, clock.now());
      if (clock.now() + delay > end) {
        throw error;
      }
      await clock.sleep(delay, signal);
    }
  }
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof UnreachableError ||
    TRANSIENT.includes(statusOf(error) ?? 0)
  );
}

function delayAfter(error: unknown, attempt: number, now: number): number {
  const backoff = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  const jittered = backoff * (0.5 + Math.random() / 2);
  const asked = retryAfterMs(error, now) ?? 0;
  // Never sooner than the backoff: '0' would be asked in a tight loop.
  return Math.max(jittered, Math.min(asked, LONGEST_RETRY_AFTER_MS));
}
