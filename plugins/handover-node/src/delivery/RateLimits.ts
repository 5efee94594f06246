import { RateLimitedError } from './RateLimitedError';

/**
 * Remembers who is to be left alone. The backend knows it by entity; a limit is
 * of a host, a token or an instance, which many entities are read from.
 *
 * @public
 */
export class RateLimits {
  readonly #limits = new Map<string, RateLimitedError>();

  /** Creates a memory without limits. */
  static create(): RateLimits {
    return new RateLimits();
  }

  private constructor() {}

  /**
   * Asks, unless who is asked has said to wait.
   *
   * @param who - which requests the limit counts together
   * @throws RateLimitedError what it said when it was asked last.
   */
  async ask<T>(who: string, ask: () => Promise<T>): Promise<T> {
    const limit = this.#limits.get(who);
    if (limit) {
      if (limit.retryAt > new Date()) {
        throw limit;
      }
      this.#limits.delete(who);
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
