import { redactSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import type {
  PipelineData,
  PipelineProvider,
} from '@backstage-handover/plugin-handover-node';
import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import type {
  AuthService,
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalog } from '../../backends';
import type { DeliveryConfig } from '../config';
import { boundHold, isHeld } from '../holds';
import type { ProviderRegistry } from '../../ProviderRegistry';
import { noAnswer, withinTime } from '../../withinTime';
import {
  type DeliveryStore,
  EVENTS_PROVIDER,
  type StoredProviderState,
} from '../store';
import { toStoredData } from '../toStoredData';
import type { PullSchedule } from './PullSchedule';
import { StoredRateLimits } from './StoredRateLimits';

type Options = {
  store: DeliveryStore;
  schedule: Pick<PullSchedule, 'viewed'>;
  registry: ProviderRegistry<PipelineProvider>;
  catalog: Catalog;
  auth: AuthService;
  cache: CacheService;
  logger: LoggerService;
  config: DeliveryConfig;
  now?: () => Date;
};

/** What came of asking the providers of an entity. */
export type PullResult =
  /** At least one answered, or did so a moment ago. */
  | { status: 'pulled' }
  /** No provider responded. They must not be called before `retryAt`. */
  | { status: 'failed'; retryAt?: Date }
  /** No provider applies, or the catalog has no such entity. */
  | { status: 'none' };

const PULL_STATUSES: readonly unknown[] = ['pulled', 'failed', 'none'];

function isPullStatus(value: unknown): value is PullResult['status'] {
  return PULL_STATUSES.includes(value);
}

/** A pull that is under way. */
type Pull = {
  done: Promise<PullResult>;
  /** Whether no provider was ever asked about the entity before. */
  isFirst: Promise<boolean>;
};

/** The backoff after failures: the first wait, which doubles up to the last. */
const BACKOFF_MS = { first: 60_000, last: 15 * 60_000 };

/** Of a message that is stored and shown. */
const MAX_MESSAGE = 500;

/**
 * Reads the providers of an entity, on a schedule and when someone opens it.
 * Concurrent calls share one read, and recent data isn't read again, in any
 * process. A provider that fails doesn't affect the others.
 */
export class ProviderPuller {
  readonly #options: Options;
  readonly #now: () => Date;
  readonly #pulls = new Map<string, Pull>();

  static create(options: Options): ProviderPuller {
    return new ProviderPuller(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Refreshes stored data when someone opens the entity. If there is stored
   * data, returns at once and refreshes it in the background. Otherwise, waits
   * a short time for the providers.
   *
   * @returns whether it waited, and something may be stored since.
   */
  async refreshIfStale(entityRef: string): Promise<boolean> {
    const { registry, cache, config } = this.#options;
    if (
      registry.list().length === 0 ||
      (await cache.get(cacheKey(entityRef))) !== undefined
    ) {
      return false;
    }
    void this.#markViewed(entityRef);
    const { done, isFirst } = this.#share(entityRef);
    if (!(await isFirst)) {
      return false;
    }
    const waited = new AbortController();
    await Promise.race([
      done,
      sleep(config.waitMs, undefined, {
        signal: waited.signal,
        ref: false,
      }).catch(() => undefined),
    ]);
    waited.abort();
    return true;
  }

  /**
   * Refreshes stored data, unless that was done a moment ago, and waits for it
   * however long it takes. Never throws.
   */
  async refreshAndWait(entityRef: string): Promise<PullResult> {
    return this.#options.registry.list().length === 0
      ? { status: 'none' }
      : this.pull(entityRef);
  }

  /** Asks the providers, unless they were asked a moment ago. Never throws. */
  async pull(entityRef: string): Promise<PullResult> {
    try {
      const status = await this.#options.cache.get(cacheKey(entityRef));
      if (isPullStatus(status)) {
        return { status };
      }
    } catch (error) {
      this.#options.logger.warn('Cannot read the cache', toError(error));
    }
    return this.#share(entityRef).done;
  }

  /** Returns when nothing is under way any more. */
  async settle(): Promise<void> {
    await Promise.all([...this.#pulls.values()].map(({ done }) => done));
  }

  /** The pull that is under way, or else a new one. */
  #share(entityRef: string): Pull {
    let pull = this.#pulls.get(entityRef);
    if (!pull) {
      pull = this.#begin(entityRef);
      this.#pulls.set(entityRef, pull);
    }
    return pull;
  }

  async #markViewed(entityRef: string): Promise<void> {
    try {
      await this.#options.schedule.viewed(entityRef);
    } catch (error) {
      this.#options.logger.warn(
        `Cannot record that someone opened '${entityRef}'`,
        toError(error),
      );
    }
  }

  #begin(entityRef: string): Pull {
    const { store, logger } = this.#options;
    const states = store.getProviders(entityRef);
    return {
      isFirst: states.then(known =>
        known.every(({ id }) => id === EVENTS_PROVIDER.id),
      ),
      done: states
        .then(known => this.#pull(entityRef, known))
        .catch(async (error): Promise<PullResult> => {
          logger.warn(
            `Reading the pipelines of '${entityRef}' failed`,
            toError(error),
          );
          await this.#markFailed(entityRef, await states, error);
          return { status: 'failed' };
        })
        .catch((error): PullResult => {
          logger.error(
            `Cannot store that the pipelines of '${entityRef}' could not be read`,
            toError(error),
          );
          return { status: 'failed' };
        })
        .finally(() => this.#pulls.delete(entityRef)),
    };
  }

  /** Records that the providers can't be read, so that stored data shows its age. */
  async #markFailed(
    entityRef: string,
    known: StoredProviderState[],
    error: unknown,
  ): Promise<void> {
    const { store, registry } = this.#options;
    const message = `The pipelines could not be read: ${
      toError(error).message
    }`.slice(0, MAX_MESSAGE);
    for (const { id, title, demonstration = false } of known) {
      if (id !== EVENTS_PROVIDER.id && registry.has(id)) {
        await store.putProviderFailure(
          entityRef,
          { id, title, demonstration },
          { message },
        );
      }
    }
  }

  async #pull(
    entityRef: string,
    known: StoredProviderState[],
  ): Promise<PullResult> {
    const { cache, catalog, auth, config } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const result = entity
      ? await this.#pullFromAll(entityRef, { entity, known })
      : ({ status: 'none' } as const);
    await cache.set(cacheKey(entityRef), result.status, {
      ttl: config.maxAgeMs,
    });
    return result;
  }

  async #pullFromAll(
    entityRef: string,
    { entity, known }: { entity: Entity; known: StoredProviderState[] },
  ): Promise<PullResult> {
    const { registry, store, logger } = this.#options;
    const states = new Map(known.map(state => [state.id, state]));
    const now = this.#now();
    const applying = registry.applying(entity, { logger });
    const isAsked = ({ id }: { id: string }) =>
      applying.some(provider => provider.id === id);
    const [, ...retries] = await Promise.all([
      // Nobody asks it any more, so nothing would end its failure.
      store.removeFailures(
        entityRef,
        known.filter(each => each.status === 'failing' && !isAsked(each)),
      ),
      ...applying.map(provider => {
        const { retryAt, failingSince } = states.get(provider.id) ?? {};
        const target = { entityRef, entity, failingSince };
        return retryAt !== undefined && isHeld(new Date(retryAt), now)
          ? new Date(retryAt)
          : this.#pullFrom(provider, target);
      }),
    ]);
    const failed = retries.filter(retryAt => retryAt !== undefined);
    if (applying.length === 0) {
      return { status: 'none' };
    }
    return failed.length < applying.length
      ? { status: 'pulled' }
      : {
          status: 'failed',
          retryAt: new Date(Math.min(...failed.map(each => each.getTime()))),
        };
  }

  /** @returns when it may be asked again, if it failed. */
  async #pullFrom(
    provider: PipelineProvider,
    target: { entityRef: string; entity: Entity; failingSince?: string },
  ): Promise<Date | undefined> {
    const { store, logger, config } = this.#options;
    const { entityRef, entity, failingSince } = target;
    const identity = {
      id: provider.id,
      title: provider.title,
      demonstration: provider.demonstration ?? false,
    };
    if (provider.missingConfiguration !== undefined) {
      // The module logged it once, at startup.
      const retryAt = new Date(this.#now().getTime() + BACKOFF_MS.first);
      await store.putProviderFailure(entityRef, identity, {
        message: provider.missingConfiguration.slice(0, MAX_MESSAGE),
        retryAt,
      });
      return retryAt;
    }
    try {
      const data = await this.#fetch(provider, entity);
      await store.putProviderData(
        entityRef,
        identity,
        // A link or a name may hold a password, and everybody may see it.
        await redactSecrets(
          toStoredData(data, {
            provider: provider.id,
            limit: config.limit,
            now: this.#now(),
          }),
        ),
      );
      return undefined;
    } catch (error) {
      const { message } = toError(error);
      logger.warn(
        `The pipeline provider '${provider.id}' failed for '${entityRef}': ${message}`,
      );
      const retryAt =
        error instanceof RateLimitedError
          ? boundHold(error.retryAt, this.#now())
          : this.#backoff(failingSince);
      await store.putProviderFailure(entityRef, identity, {
        message: message.slice(0, MAX_MESSAGE),
        retryAt,
      });
      return retryAt;
    }
  }

  /** As long again as it has failed already. */
  #backoff(failingSince: string | undefined): Date {
    const now = this.#now().getTime();
    const failing = failingSince ? now - Date.parse(failingSince) : 0;
    return new Date(
      now + Math.min(BACKOFF_MS.last, Math.max(BACKOFF_MS.first, failing)),
    );
  }

  async #fetch(
    provider: PipelineProvider,
    entity: Entity,
  ): Promise<PipelineData> {
    const { config, logger, store } = this.#options;
    return withinTime(
      signal =>
        provider.fetch({
          entity,
          since: new Date(this.#now().getTime() - config.retentionMs),
          limit: config.limit,
          signal,
          logger,
          rateLimits: StoredRateLimits.create({
            store,
            provider: provider.id,
            now: this.#now,
          }),
        }),
      {
        timeoutMs: config.timeoutMs,
        timedOut: () => noAnswer(provider, config),
      },
    );
  }
}

function cacheKey(entityRef: string): string {
  return `delivery-fresh:${entityRef}`;
}
