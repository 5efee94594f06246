import { type Clock, systemClock } from '../io/clock';
import { retryAfterMs, statusOf } from '../portal/retryAfter';

/** How long to wait if the portal does not say. */
const WAIT_MS = 5_000;

/** Shorter waits would load the portal. */
const MIN_MS = 1_000;

/** Nobody waits longer for a plan. */
const MAX_MS = 600_000;

/**
 * Asks the portal, and again each time that it answers with 429: pipelines that
 * share a token take turns.
 *
 * @param signal - ends the waiting
 */
export async function whenAllowed<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (statusOf(error) !== 429) {
        throw error;
      }
      const asked = retryAfterMs(error, clock.now()) ?? WAIT_MS;
      try {
        await clock.sleep(Math.min(MAX_MS, Math.max(MIN_MS, asked)), signal);
      } catch {
        throw error;
      }
    }
  }
}
