const FAILURES_BEFORE_REST = 10;
const REST_MS = 30_000;

/**
 * Keeps one host that does not answer from using up the time of all others:
 * after some reads in a row without an answer it is left alone for a while.
 */
export class HostGuard {
  readonly #hosts = new Map<string, { failures: number; until: number }>();
  readonly #now: () => number;

  /** @param now - Milliseconds of a clock that nobody sets. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether the host is being left alone. */
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
