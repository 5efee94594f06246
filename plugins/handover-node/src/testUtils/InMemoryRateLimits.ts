import { RateLimitedError } from '../delivery/RateLimitedError';
import type { RateLimits } from '../delivery/RateLimits';

/** Rate limits of one process. */
export class InMemoryRateLimits implements RateLimits {
  readonly #limits = new Map<string, RateLimitedError>();

  static create(): RateLimits {
    return new InMemoryRateLimits();
  }

  private constructor() {}

  async ask<T>(who: string, ask: () => Promise<T>): Promise<T> {
    const limit = this.#limits.get(who);
    if (limit && limit.retryAt > new Date()) {
      throw limit;
    }
    try {
      return await ask();
    } catch (error) {
      if (error instanceof RateLimitedError) {
        this.#limits.set(who, error);
      }
      throw error;
    }
  }
}
