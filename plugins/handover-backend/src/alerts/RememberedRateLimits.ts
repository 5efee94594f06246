import {
  RateLimitedError,
  type RateLimits,
} from '@backstage-handover/plugin-handover-node';

/** The longest that a rate limit hides alerts. */
const MAX_HOLD_MS = 5 * 60_000;

/** Rate limits of one provider, remembered by this process. */
export class RememberedRateLimits implements RateLimits {
  readonly #limits = new Map<string, RateLimitedError>();
  readonly #now: () => number;

  static create(options: { now?: () => number } = {}): RateLimits {
    return new RememberedRateLimits(options.now ?? Date.now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  async ask<T>(who: string, ask: () => Promise<T>): Promise<T> {
    const now = this.#now();
    const limit = this.#limits.get(who);
    // A time further away was remembered before the clock was set back.
    if (
      limit &&
      limit.retryAt.getTime() > now &&
      limit.retryAt.getTime() <= now + MAX_HOLD_MS
    ) {
      throw limit;
    }
    this.#limits.delete(who);
    try {
      return await ask();
    } catch (error) {
      if (error instanceof RateLimitedError) {
        this.#limits.set(who, this.#bound(error));
      }
      throw error;
    }
  }

  #bound({ message, retryAt }: RateLimitedError): RateLimitedError {
    const last = this.#now() + MAX_HOLD_MS;
    const time = retryAt.getTime();
    return new RateLimitedError({
      message,
      retryAt: new Date(Number.isFinite(time) ? Math.min(time, last) : last),
    });
  }
}
