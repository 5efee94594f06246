import type {
  Alert,
  AlertProviderState,
} from '@backstage-handover/plugin-handover-common';
import type {
  AlertProvider,
  RateLimits,
} from '@backstage-handover/plugin-handover-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { Catalog } from '../backends';
import type { ProviderRegistry } from '../ProviderRegistry';
import { SharedReads } from '../SharedReads';
import { shownMessage } from '../shownMessage';
import { noAnswer, withinTime } from '../withinTime';
import type { AlertsConfig } from './config';
import { RememberedRateLimits } from './RememberedRateLimits';
import { toAlerts } from './toAlerts';

/** What one provider said about an entity. */
export type AlertReading = { state: AlertProviderState; alerts: Alert[] };

type Options = {
  registry: ProviderRegistry<AlertProvider>;
  catalog: Catalog;
  auth: AuthService;
  logger: LoggerService;
  config: AlertsConfig;
  now?: () => Date;
};

/** Alerts in memory, of all entities together. */
const MAX_CACHED = 20_000;

/**
 * Reads the alerts of an entity from all providers that apply. Concurrent calls
 * share one read, and so do calls shortly after it. A provider that fails
 * doesn't affect the others.
 */
export class AlertReader {
  readonly #options: Options;
  readonly #now: () => Date;
  readonly #reads: SharedReads<AlertReading[]>;
  /** By provider. */
  readonly #rateLimits = new Map<string, RateLimits>();

  static create(options: Options): AlertReader {
    return new AlertReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#reads = SharedReads.create({
      maxAgeMs: options.config.maxAgeMs,
      maxSize: MAX_CACHED,
      sizeOf: readings =>
        readings.reduce((size, { alerts }) => size + alerts.length, 1),
    });
  }

  /**
   * Returns one reading for each provider that applies to the entity.
   *
   * @throws NotFoundError if the catalog has no such entity
   */
  async read(entityRef: string): Promise<AlertReading[]> {
    if (this.#options.registry.list().length === 0) {
      return [];
    }
    return this.#reads.get(entityRef, () => this.#readAll(entityRef));
  }

  async #readAll(entityRef: string): Promise<AlertReading[]> {
    const { registry, catalog, auth } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      throw new NotFoundError(`No entity found for '${entityRef}'`);
    }
    const readings = await Promise.all(
      registry.list().map(provider => this.#readOne(provider, entity)),
    );
    return readings.filter(reading => reading !== undefined);
  }

  /** Undefined if the provider doesn't apply to the entity. */
  async #readOne(
    provider: AlertProvider,
    entity: Entity,
  ): Promise<AlertReading | undefined> {
    const { id, title } = provider;
    const state = (): AlertProviderState => ({
      id,
      title,
      status: 'ok',
      checkedAt: this.#now().toISOString(),
    });
    try {
      if (!provider.appliesTo(entity)) {
        return undefined;
      }
      const { alerts, omitted } = await toAlerts(
        await this.#fetch(provider, entity),
        provider,
      );
      return {
        state: { ...state(), ...(omitted > 0 && { omitted }) },
        alerts,
      };
    } catch (error) {
      const message = await shownMessage(error);
      this.#options.logger.warn(
        `The alert provider '${id}' failed for '${entity.metadata.name}': ${message}`,
      );
      return { state: { ...state(), status: 'failing', message }, alerts: [] };
    }
  }

  async #fetch(provider: AlertProvider, entity: Entity): Promise<unknown> {
    const { config, logger } = this.#options;
    return withinTime(
      signal =>
        provider.fetch({
          entity,
          signal,
          logger,
          rateLimits: this.#rateLimitsOf(provider),
        }),
      {
        timeoutMs: config.timeoutMs,
        timedOut: () => noAnswer(provider, config),
      },
    );
  }

  #rateLimitsOf({ id }: AlertProvider): RateLimits {
    const limits = this.#rateLimits.get(id) ?? RememberedRateLimits.create();
    this.#rateLimits.set(id, limits);
    return limits;
  }
}
