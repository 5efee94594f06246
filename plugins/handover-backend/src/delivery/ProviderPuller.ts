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
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryConfig } from './config';
import type { ProviderRegistry } from './ProviderRegistry';
import {
  type DeliveryStore,
  EVENTS_PROVIDER,
  type StoredProviderState,
} from './store';
import { toStoredData } from './toStoredData';

type Options = {
  store: DeliveryStore;
  registry: ProviderRegistry;
  catalog: CatalogService;
  auth: AuthService;
  cache: CacheService;
  logger: LoggerService;
  config: DeliveryConfig;
  now?: () => Date;
};

/** A pull that is under way. */
type Pull = {
  done: Promise<void>;
  /** Whether no provider was ever asked about the entity before. */
  isFirst: Promise<boolean>;
};

/** After a failure a provider is left alone so long, then twice as long, up to the last. */
const BACKOFF_MS = { first: 60_000, last: 15 * 60_000 };

/** Of a message that is stored and shown. */
const MAX_MESSAGE = 500;

/**
 * Asks the providers about an entity when somebody looks at it: once for all who
 * look at the same time, and not again before the answer is some time old, in
 * whichever process. A provider that fails concerns no other.
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
   * Returns when what is stored is worth being shown. Where there is something
   * it is shown at once, and asked for anew meanwhile; where there is nothing
   * yet, it is waited for, though not for long.
   *
   * @returns whether it waited, and something may be stored since.
   */
  async ensureFresh(entityRef: string): Promise<boolean> {
    const { registry, cache, config } = this.#options;
    if (
      registry.list().length === 0 ||
      (await cache.get(cacheKey(entityRef))) !== undefined
    ) {
      return false;
    }
    let pull = this.#pulls.get(entityRef);
    if (!pull) {
      pull = this.#begin(entityRef);
      this.#pulls.set(entityRef, pull);
    }
    const { done, isFirst } = pull;
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

  /** Returns when nothing is under way any more. */
  async settle(): Promise<void> {
    await Promise.all([...this.#pulls.values()].map(({ done }) => done));
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
        .catch(error => {
          logger.warn(
            `Asking the pipelines of '${entityRef}' failed`,
            toError(error),
          );
        })
        .finally(() => this.#pulls.delete(entityRef)),
    };
  }

  async #pull(entityRef: string, known: StoredProviderState[]): Promise<void> {
    const { registry, store, cache, catalog, auth, config } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (entity) {
      const states = new Map(known.map(state => [state.id, state]));
      const now = this.#now();
      const applying = registry
        .list()
        .filter(provider => this.#applies(provider, entity));
      const isAsked = ({ id }: { id: string }) =>
        applying.some(provider => provider.id === id);
      await Promise.all([
        // Nobody asks it any more, so nothing would end its failure.
        store.removeFailures(
          entityRef,
          known.filter(each => each.status === 'failing' && !isAsked(each)),
        ),
        ...applying
          .filter(({ id }) => {
            const retryAt = states.get(id)?.retryAt;
            return retryAt === undefined || new Date(retryAt) <= now;
          })
          .map(provider =>
            this.#pullFrom(provider, {
              entityRef,
              entity,
              failingSince: states.get(provider.id)?.failingSince,
            }),
          ),
      ]);
    }
    await cache.set(cacheKey(entityRef), true, { ttl: config.maxAgeMs });
  }

  #applies(provider: PipelineProvider, entity: Entity): boolean {
    try {
      return provider.appliesTo(entity);
    } catch (error) {
      this.#options.logger.warn(
        `The pipeline provider '${provider.id}' cannot say whether it applies`,
        toError(error),
      );
      return false;
    }
  }

  async #pullFrom(
    provider: PipelineProvider,
    target: { entityRef: string; entity: Entity; failingSince?: string },
  ): Promise<void> {
    const { store, logger, config } = this.#options;
    const { entityRef, entity, failingSince } = target;
    const identity = {
      id: provider.id,
      title: provider.title,
      demonstration: provider.demonstration ?? false,
    };
    try {
      const data = await this.#fetch(provider, entity);
      await store.putProviderData(
        entityRef,
        identity,
        toStoredData(data, { provider: provider.id, limit: config.limit }),
      );
    } catch (error) {
      const { message } = toError(error);
      logger.warn(
        `The pipeline provider '${provider.id}' failed for '${entityRef}': ${message}`,
      );
      await store.putProviderFailure(entityRef, identity, {
        message: message.slice(0, MAX_MESSAGE),
        retryAt:
          error instanceof RateLimitedError
            ? error.retryAt
            : this.#backoff(failingSince),
      });
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

  /** Ends at the timeout, whether or not the provider heeds its signal. */
  async #fetch(
    provider: PipelineProvider,
    entity: Entity,
  ): Promise<PipelineData> {
    const { config, logger } = this.#options;
    const signal = AbortSignal.timeout(config.timeoutMs);
    const timedOut = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () =>
        reject(
          new Error(
            `${provider.title} did not answer within ${
              config.timeoutMs / 1000
            } seconds`,
          ),
        ),
      );
    });
    return Promise.race([
      provider.fetch({
        entity,
        since: new Date(this.#now().getTime() - config.retentionMs),
        limit: config.limit,
        signal,
        logger,
      }),
      timedOut,
    ]);
  }
}

function cacheKey(entityRef: string): string {
  return `delivery-fresh:${entityRef}`;
}
