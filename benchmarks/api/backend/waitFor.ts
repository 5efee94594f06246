import { setTimeout as sleep } from 'node:timers/promises';

/** Often enough to time work of seconds, seldom enough to be no work itself. */
const POLL_MS = 50;

/**
 * Waits until something holds.
 *
 * @throws Error if that takes longer than `timeoutMs`.
 */
export async function waitFor(
  what: string,
  holds: () => Promise<boolean>,
  options: { timeoutMs?: number } = {},
): Promise<void> {
  const { timeoutMs = 15 * 60_000 } = options;
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error(`${what} took longer than ${timeoutMs / 1000} s`);
    }
    await sleep(POLL_MS);
  }
}
