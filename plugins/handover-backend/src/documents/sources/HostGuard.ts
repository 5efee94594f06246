const FAILURES_BEFORE_REST = 10;
const REST_MS = 30_000;

/**
 * Prevents a host that doesn't respond from delaying all others: after some
 * failed reads in a row, it isn't called for a while.
 */
export class HostGuard {
  readonly #hosts = new Map<string, { failures: number; until: number }>();
  readonly #now: () => number;

  /** @param now - Milliseconds of a clock that nobody sets. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether the host isn't called at the moment. */
  isResting(host: string): boolean {
    const state = this.#hosts.get(host);
    return state !== undefined && state.until > this.#now();
  }

  succeeded(host: string): void {
    this.#hosts.delete(host);
  }

  failed(host: string): void {
    const failures = (this.#hosts.get(host)?.failures ?? 0) + 1;
    const until = failures >= FAILURES_BEFORE_REST ? this.#now() + REST_MS : 0;
    this.#hosts.set(host, { failures, until });
  }
}
