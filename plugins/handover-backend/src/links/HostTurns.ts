import { LRUCache } from 'lru-cache';
import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs } from '../queue';

type Host = {
  /** Ends with the turn of whoever waits last. */
  last: Promise<unknown>;
  /** When the next request may begin. */
  nextAt: number;
  /** Until then, no request is made. */
  heldUntil: number;
  /** Requests without an answer since the last answer. */
  failures: number;
};

/** How long a host is left alone that gives no answer. */
const HOLD = { firstMs: 60_000, lastMs: 3_600_000 };

/** Hosts that are remembered. */
const MAX_HOSTS = 1_000;

/** A host has asked for a rest, or did not answer a moment ago. */
export class HostHeldError extends Error {
  readonly until: Date;

  constructor(until: Date) {
    super(`The host is not asked before ${until.toISOString()}`);
    this.name = 'HostHeldError';
    this.until = until;
  }
}

/** Makes one request to a host at a time, with a pause in between. */
export class HostTurns {
  readonly #pauseMs: number;
  readonly #hosts = new LRUCache<string, Host>({ max: MAX_HOSTS });

  static create(options: { pauseMs: number }): HostTurns {
    return new HostTurns(options);
  }

  private constructor({ pauseMs }: { pauseMs: number }) {
    this.#pauseMs = pauseMs;
  }

  /**
   * Makes a request when it is its turn. If it fails, the host is held: whatever
   * else waits for it would fail as slowly.
   *
   * @throws HostHeldError if the host is held until later.
   */
  async take<T>(
    host: string,
    request: () => Promise<T>,
    options: { signal: AbortSignal },
  ): Promise<T> {
    const state = this.#stateOf(host);
    const turn = state.last.then(async () => {
      const waitMs = state.nextAt - Date.now();
      if (waitMs > 0 && state.heldUntil <= Date.now()) {
        await sleep(waitMs, undefined, options);
      }
      options.signal.throwIfAborted();
      if (state.heldUntil > Date.now()) {
        throw new HostHeldError(new Date(state.heldUntil));
      }
      try {
        const answer = await request();
        state.failures = 0;
        return answer;
      } catch (error) {
        if (!options.signal.aborted) {
          state.failures += 1;
          const holdMs = backoffMs(state.failures, HOLD);
          this.hold(host, new Date(Date.now() + holdMs));
        }
        throw error;
      } finally {
        state.nextAt = Date.now() + this.#pauseMs;
      }
    });
    state.last = turn.catch(() => undefined);
    return turn;
  }

  /** Makes no request to a host for a while. */
  hold(host: string, until: Date): void {
    const state = this.#stateOf(host);
    state.heldUntil = Math.max(state.heldUntil, until.getTime());
  }

  #stateOf(host: string): Host {
    const known = this.#hosts.get(host);
    if (known) {
      return known;
    }
    const state: Host = {
      last: Promise.resolve(),
      nextAt: 0,
      heldUntil: 0,
      failures: 0,
    };
    this.#hosts.set(host, state);
    return state;
  }
}
