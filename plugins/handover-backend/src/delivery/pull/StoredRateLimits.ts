import {
  RateLimitedError,
  type RateLimits,
} from '@backstage-handover/plugin-handover-node';
import { boundHold, isHeld } from '../holds';
import type { DeliveryStore } from '../store';

type Options = {
  store: Pick<DeliveryStore, 'getRateLimit' | 'putRateLimit'>;
  /** Whose limits these are: names mean something within a provider only. */
  provider: string;
  now?: () => Date;
};

/** Rate limits in the database, so that one holds back every process. */
export class StoredRateLimits implements RateLimits {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): RateLimits {
    return new StoredRateLimits(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async ask<T>(who: string, ask: () => Promise<T>): Promise<T> {
    const { store, provider } = this.#options;
    // One read by primary key, beside a request to another system.
    const limit = await store.getRateLimit(provider, who);
    if (limit && isHeld(limit.retryAt, this.#now())) {
      throw new RateLimitedError(limit);
    }
    try {
      return await ask();
    } catch (error) {
      if (error instanceof RateLimitedError) {
        await store.putRateLimit(provider, who, {
          message: error.message,
          retryAt: boundHold(error.retryAt, this.#now()),
        });
      }
      throw error;
    }
  }
}
