import type {
  OnCallItem,
  OnCallProviderStatus,
} from '@backstage-handover/plugin-handover-common';
import { redactSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import {
  type OnCallProvider,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { shownMessage } from '../shownMessage';
import { noAnswer, withinTime } from '../withinTime';
import { toOnCallData } from './toOnCallData';

/** What a provider says, and whether it could be read. */
type OnCallReading = {
  item?: OnCallItem;
  status: OnCallProviderStatus;
};

/** A provider that must not be asked before a time. */
type Hold = { message: string; retryAt: number };

/** The longest time that a rate limit is respected. */
const MAX_HOLD_MS = 60 * 60_000;

/**
 * Asks one provider, with a time limit. One that throws, hangs, limits requests or
 * returns something invalid is `failing`, and affects no other.
 */
export class OnCallReader {
  readonly #cache: CacheService;
  readonly #logger: LoggerService;
  readonly #timeoutMs: number;

  static create(options: {
    cache: CacheService;
    logger: LoggerService;
    timeoutMs: number;
  }): OnCallReader {
    return new OnCallReader(options);
  }

  private constructor(options: Parameters<typeof OnCallReader.create>[0]) {
    this.#cache = options.cache;
    this.#logger = options.logger;
    this.#timeoutMs = options.timeoutMs;
  }

  /** Undefined if the provider doesn't apply to the entity. Never rejects. */
  async read(
    provider: OnCallProvider,
    entity: Entity,
  ): Promise<OnCallReading | undefined> {
    const { id, title } = provider;
    try {
      if (!provider.appliesTo(entity)) {
        return undefined;
      }
      await this.#assertNotHeld(id);
      const { canPage, ...data } = await redactSecrets(
        toOnCallData(title, await this.#fetch(provider, entity)),
      );
      return {
        item: {
          ...data,
          ...(provider.page && canPage && { canPage }),
          provider: id,
        },
        status: { id, title, status: 'ok', checkedAt: now() },
      };
    } catch (error) {
      const message = await shownMessage(error);
      this.#logger.warn(
        `The on-call provider '${id}' failed for '${stringifyEntityRef(
          entity,
        )}': ${message}`,
      );
      if (error instanceof RateLimitedError) {
        await this.#hold(id, { message, retryAt: error.retryAt });
      }
      return {
        status: {
          id,
          title,
          status: 'failing',
          message,
          checkedAt: now(),
        },
      };
    }
  }

  async #fetch(provider: OnCallProvider, entity: Entity): Promise<unknown> {
    const timeoutMs = this.#timeoutMs;
    return withinTime(
      signal => provider.fetch({ entity, signal, logger: this.#logger }),
      { timeoutMs, timedOut: () => noAnswer(provider, { timeoutMs }) },
    );
  }

  /** A limit applies to a token, which all entities share. */
  async #assertNotHeld(id: string): Promise<void> {
    const hold = await this.#cache.get<Hold>(holdKey(id)).catch(error => {
      this.#logger.warn('Cannot read the cache', toError(error));
      return undefined;
    });
    if (hold && hold.retryAt > Date.now()) {
      throw new Error(hold.message);
    }
  }

  async #hold(
    id: string,
    { message, retryAt }: { message: string; retryAt: Date },
  ): Promise<void> {
    const ttl = Math.min(retryAt.getTime() - Date.now(), MAX_HOLD_MS);
    if (!(ttl > 0)) {
      return;
    }
    const hold: Hold = { message, retryAt: Date.now() + ttl };
    try {
      await this.#cache.set(holdKey(id), hold, { ttl });
    } catch (reason) {
      this.#logger.warn('Cannot write to the cache', toError(reason));
    }
  }
}

function holdKey(id: string): string {
  return `oncall-hold:${id}`;
}

function now(): string {
  return new Date().toISOString();
}
