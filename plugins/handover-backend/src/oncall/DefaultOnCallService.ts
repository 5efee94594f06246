import type { OnCall } from '@backstage-handover/plugin-handover-common';
import type { OnCallProvider } from '@backstage-handover/plugin-handover-node';
import type {
  AuthService,
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Catalog } from '../backends';
import type { ProviderRegistry } from '../ProviderRegistry';
import type { OnCallConfig } from './config';
import { OnCallReader } from './OnCallReader';
import type { OnCallService } from './OnCallService';
import { timeToNextChange } from './timeToNextChange';

type Options = {
  registry: ProviderRegistry<OnCallProvider>;
  catalog: Catalog;
  auth: AuthService;
  cache: CacheService;
  logger: LoggerService;
  config: OnCallConfig;
};

/** How long a result is used if a provider failed. */
const FAILING_TTL_MS = 15_000;

/** So that the end of a shift, and a clock that differs, cause no storm of requests. */
const MIN_TTL_MS = 1_000;

/**
 * Asks the on-call systems when someone wants to know. Concurrent calls share
 * one request, and a recent result is used by all processes. At the end of a
 * shift, a result is no longer used.
 */
export class DefaultOnCallService implements OnCallService {
  readonly #options: Options;
  readonly #reader: OnCallReader;
  readonly #reads = new Map<string, Promise<OnCall>>();

  static create(options: Options): OnCallService {
    return new DefaultOnCallService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#reader = OnCallReader.create({ ...options, ...options.config });
  }

  async getOnCall(entityRef: string): Promise<OnCall> {
    let read = this.#reads.get(entityRef);
    if (!read) {
      read = this.#get(entityRef).finally(() => this.#reads.delete(entityRef));
      this.#reads.set(entityRef, read);
    }
    return read;
  }

  async #get(entityRef: string): Promise<OnCall> {
    const { catalog, auth, registry } = this.#options;
    const known = await this.#recent(entityRef);
    if (known) {
      return known;
    }
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' found in the catalog`);
    }
    const all = await Promise.all(
      registry.list().map(provider => this.#reader.read(provider, entity)),
    );
    const readings = all.filter(reading => reading !== undefined);
    const onCall: OnCall = {
      items: readings.flatMap(({ item }) => item ?? []),
      providers: readings.map(({ status }) => status),
    };
    await this.#remember(entityRef, onCall);
    return onCall;
  }

  async #recent(entityRef: string): Promise<OnCall | undefined> {
    const { cache, logger } = this.#options;
    try {
      return await cache.get<OnCall & JsonObject>(cacheKey(entityRef));
    } catch (error) {
      logger.warn('Cannot read the cache', toError(error));
      return undefined;
    }
  }

  async #remember(entityRef: string, onCall: OnCall): Promise<void> {
    const { cache, logger, config } = this.#options;
    const isFailing = onCall.providers.some(
      ({ status }) => status === 'failing',
    );
    const ttl = Math.min(
      config.maxAgeMs,
      isFailing ? FAILING_TTL_MS : Infinity,
      Math.max(MIN_TTL_MS, timeToNextChange(onCall, Date.now())),
    );
    try {
      await cache.set(cacheKey(entityRef), onCall as OnCall & JsonObject, {
        ttl,
      });
    } catch (error) {
      logger.warn('Cannot write to the cache', toError(error));
    }
  }
}

function cacheKey(entityRef: string): string {
  return `oncall:${entityRef}`;
}
