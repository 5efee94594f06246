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
      // As the client of the API throws it.
      const { statusCode, response } = error as {
        statusCode?: number;
        response?: { headers: Headers };
      };
      if (statusCode !== 429) {
        throw error;
      }
      const seconds = Number(
        response?.headers.get('Retry-After') ?? WAIT_SECONDS,
      );
      try {
        await delay(seconds * 1_000, undefined, { signal });
      } catch {
        throw error;
      }
    }
  }
}
