import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait if the portal does not say, or not in seconds. */
const WAIT_SECONDS = 5;

/** Shorter waits would load the portal. */
const MIN_SECONDS = 1;

/** Nobody waits longer for a plan. */
const MAX_SECONDS = 600;

type Wait = (ms: number, options: { signal: AbortSignal }) => Promise<void>;

/**
 * Asks the portal, and again each time that it answers with 429: pipelines that
 * share a token take turns.
 *
 * @param signal - ends the waiting
 * @param wait - rejects when the signal is aborted
 */
export async function whenAllowed<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  wait: Wait = (ms, options) => delay(ms, undefined, options),
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      // As the client of the API throws it.
      const { statusCode, response } = error as {
        statusCode?: number;
        response?: { headers: Headers };
      };
      if (statusCode !== 429) {
        throw error;
      }
      const seconds = secondsOf(response?.headers.get('Retry-After'));
      try {
        await wait(seconds * 1_000, { signal });
      } catch {
        throw error;
      }
    }
  }
}

/** A proxy can send anything, even a date. */
function secondsOf(retryAfter: string | null | undefined): number {
  return /^\d+$/.test(retryAfter ?? '')
    ? Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, Number(retryAfter)))
    : WAIT_SECONDS;
}
