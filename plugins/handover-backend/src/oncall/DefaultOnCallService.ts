import type {
  OnCall,
  OnCallPage,
  PageOnCallRequest,
} from '@backstage-handover/plugin-handover-common';
import type { OnCallProvider } from '@backstage-handover/plugin-handover-node';
import type {
  AuthService,
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Catalog } from '../backends';
import { handoverLink } from '../handoverLink';
import type { ProviderRegistry } from '../ProviderRegistry';
import type { OnCallConfig } from './config';
import { OnCallReader } from './OnCallReader';
import type { OnCallService, OnCallServiceOptions } from './OnCallService';
import { OnCallPager, type PageToSend } from './paging/OnCallPager';
import { PageClaims } from './paging/PageClaims';
import { orNotSent, PageNotSentError } from './paging/errors';
import { findTarget } from './paging/findTarget';
import type { OnCallPageStore } from './store';
import { timeToNextChange } from './timeToNextChange';

type Options = {
  registry: ProviderRegistry<OnCallProvider>;
  store: OnCallPageStore;
  catalog: Catalog;
  auth: AuthService;
  cache: CacheService;
  logger: LoggerService;
  config: OnCallConfig;
  /** The address of the portal. */
  appBaseUrl?: string;
};

/** A page that was claimed and can be sent. */
type PreparedPage = {
  provider: OnCallProvider;
  page: PageToSend;
  release: () => Promise<void>;
};

/** How long a result is used if a provider failed. */
const FAILING_TTL_MS = 15_000;

/** So that the end of a shift, and a clock that differs, cause no storm of requests. */
const MIN_TTL_MS = 1_000;

/**
 * Asks the on-call systems when someone wants to know. Concurrent calls share
 * one request, and a recent result is used by all processes. At the end of a
 * shift, a result is no longer used. A page is sent once, whatever comes of it.
 */
export class DefaultOnCallService implements OnCallService {
  readonly #options: Options;
  readonly #reader: OnCallReader;
  readonly #pager: OnCallPager;
  readonly #claims: PageClaims;
  readonly #reads = new Map<string, Promise<OnCall>>();

  static create(options: Options): OnCallService {
    return new DefaultOnCallService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#reader = OnCallReader.create({ ...options, ...options.config });
    this.#pager = OnCallPager.create({ ...options, ...options.config });
    this.#claims = PageClaims.create(options);
  }

  async getOnCall(entityRef: string): Promise<OnCall> {
    let read = this.#reads.get(entityRef);
    if (!read) {
      read = this.#get(entityRef).finally(() => this.#reads.delete(entityRef));
      this.#reads.set(entityRef, read);
    }
    return read;
  }

  async page(
    entityRef: string,
    request: PageOnCallRequest,
    options: OnCallServiceOptions,
  ): Promise<OnCallPage> {
    const { provider, page, release } = await orNotSent(() =>
      this.#prepare(entityRef, request, options),
    );
    try {
      return await this.#pager.send(provider, page);
    } catch (error) {
      // What may have gone out keeps its claim.
      if (error instanceof PageNotSentError) {
        await release().catch(reason =>
          this.#options.logger.warn(
            'Cannot give back the claim of a page',
            toError(reason),
          ),
        );
      }
      throw error;
    }
  }

  async #prepare(
    entityRef: string,
    request: PageOnCallRequest,
    { credentials }: OnCallServiceOptions,
  ): Promise<PreparedPage> {
    const { registry, auth, appBaseUrl } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only users can page');
    }
    const requestedBy = credentials.principal.userEntityRef;
    const message = request.message.trim();
    if (message === '') {
      throw new InputError('The message of a page must not be empty');
    }
    const [entity, onCall] = await Promise.all([
      this.#getEntity(entityRef),
      this.getOnCall(entityRef),
    ]);
    const target = findTarget(onCall, request);
    const provider = registry.list().find(({ id }) => id === request.provider);
    if (!provider) {
      // Another process, with other modules, stored the result.
      throw new ConflictError(
        `This backend has no on-call provider '${request.provider}'`,
      );
    }
    const release = await this.#claims.claim({
      requestedBy,
      entityRef,
      provider: provider.id,
      target: target.id,
      message,
    });
    const { urgency = 'high' } = request;
    const link = handoverLink(entityRef, { appBaseUrl });
    return {
      provider,
      page: { entity, target, message, urgency, link, requestedBy },
      release,
    };
  }

  async #getEntity(entityRef: string): Promise<Entity> {
    const { catalog, auth } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' found in the catalog`);
    }
    return entity;
  }

  async #get(entityRef: string): Promise<OnCall> {
    const { registry } = this.#options;
    const known = await this.#recent(entityRef);
    if (known) {
      return known;
    }
    const entity = await this.#getEntity(entityRef);
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
