import { ResponseError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait if the portal does not say. */
const WAIT_SECONDS = 5;

/**
 * Asks the portal, and again each time that it answers with 429: pipelines that
 * share a token take turns.
 *
 * @param signal - ends the waiting
 */
export async function whenAllowed<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ResponseError) || error.statusCode !== 429) {
        throw error;
      }
      const seconds = Number(
        error.response.headers.get('Retry-After') ?? WAIT_SECONDS,
      );
      try {
        await delay(seconds * 1_000, undefined, { signal });
      } catch {
        throw error;
      }
    }
  }
}
