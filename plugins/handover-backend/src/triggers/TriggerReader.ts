import type {
  EvaluatedTrigger,
  MeasuredTrigger,
  MetricsSourceState,
  RollbackTriggers,
  TriggerReading,
} from '@backstage-handover/plugin-handover-common';
import {
  decidingReading,
  evaluateTrigger,
  triggerRange,
} from '@backstage-handover/plugin-handover-common/triggers';
import {
  type MetricsSource,
  type RateLimits,
  webUrl,
} from '@backstage-handover/plugin-handover-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import pLimit from 'p-limit';
import { RememberedRateLimits } from '../alerts/RememberedRateLimits';
import type { Catalog } from '../backends';
import type { ProviderRegistry } from '../ProviderRegistry';
import { SharedReads } from '../SharedReads';
import { shownMessage } from '../shownMessage';
import { noAnswer, withinTime } from '../withinTime';
import type { TriggersConfig } from './config';
import { toTriggerSeries } from './toTriggerSeries';

type Options = {
  registry: ProviderRegistry<MetricsSource>;
  catalog: Catalog;
  auth: AuthService;
  logger: LoggerService;
  config: TriggersConfig;
  now?: () => number;
};

/** What is known of triggers, without what happened in the environment. */
export type TriggerReadings = Pick<RollbackTriggers, 'items' | 'sources'>;

/** What one source said, one reading for each trigger. */
type SourceReadings = { state: MetricsSourceState; readings: TriggerReading[] };

/** Triggers in memory, of all entities together. Each has a hundred values. */
const MAX_CACHED = 2_000;

/** Queries that one source runs at the same time for one entity. */
const CONCURRENCY = 4;

/**
 * Evaluates the triggers of an entity in all sources of metrics that apply.
 * Concurrent calls share one read, and so do calls shortly after it. A query that
 * fails makes only its trigger unknown.
 */
export class TriggerReader {
  readonly #options: Options;
  readonly #now: () => number;
  readonly #reads: SharedReads<TriggerReadings>;
  /** By source. */
  readonly #rateLimits = new Map<string, RateLimits>();

  static create(options: Options): TriggerReader {
    return new TriggerReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#reads = SharedReads.create({
      maxAgeMs: options.config.maxAgeMs,
      maxSize: MAX_CACHED,
      sizeOf: ({ items }) => items.length + 1,
    });
  }

  /** @throws NotFoundError if the catalog has no such entity */
  async read(
    entityRef: string,
    triggers: readonly MeasuredTrigger[],
  ): Promise<TriggerReadings> {
    // Another revision of the handover may have others.
    return this.#reads.get(JSON.stringify([entityRef, triggers]), () =>
      this.#readAll(entityRef, triggers),
    );
  }

  async #readAll(
    entityRef: string,
    triggers: readonly MeasuredTrigger[],
  ): Promise<TriggerReadings> {
    const { registry, catalog, auth } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      throw new NotFoundError(`No entity found for '${entityRef}'`);
    }
    const all = await Promise.all(
      registry.list().map(source => this.#readSource(source, entity, triggers)),
    );
    const known = all.filter(each => each !== undefined);
    return {
      items: triggers.map(
        (trigger, index): EvaluatedTrigger => ({
          ...trigger,
          ...(decidingReading(known.map(({ readings }) => readings[index])) ?? {
            state: 'unknown',
            reason: 'noSource',
          }),
        }),
      ),
      sources: known.map(({ state }) => state),
    };
  }

  /** Undefined if the source doesn't apply to the entity. */
  async #readSource(
    source: MetricsSource,
    entity: Entity,
    triggers: readonly MeasuredTrigger[],
  ): Promise<SourceReadings | undefined> {
    try {
      if (!source.appliesTo(entity)) {
        return undefined;
      }
    } catch (error) {
      const failed = await this.#toFailed(error, source, entity);
      return this.#summarize(
        source,
        triggers.map(() => failed),
      );
    }
    const deadline = performance.now() + this.#options.config.timeoutMs;
    const inParallel = pLimit(CONCURRENCY);
    const readings = await Promise.all(
      triggers.map(trigger =>
        inParallel(async () => {
          try {
            return await this.#readTrigger(source, entity, trigger, deadline);
          } catch (error) {
            return this.#toFailed(error, source, entity);
          }
        }),
      ),
    );
    return this.#summarize(source, readings);
  }

  async #readTrigger(
    source: MetricsSource,
    entity: Entity,
    trigger: MeasuredTrigger,
    deadline: number,
  ): Promise<TriggerReading> {
    const { config, logger } = this.#options;
    const range = triggerRange(trigger, this.#now());
    const returned: unknown = await withinTime(
      signal =>
        source.queryRange({
          entity,
          query: trigger.query,
          from: new Date(range.from),
          to: new Date(range.to),
          stepMs: range.stepMs,
          signal,
          logger,
          rateLimits: this.#rateLimitsOf(source),
        }),
      {
        timeoutMs: Math.max(0, deadline - performance.now()),
        timedOut: () => noAnswer(source, config),
      },
    );
    return {
      ...evaluateTrigger(
        trigger,
        toTriggerSeries(returned, source, range),
        range,
      ),
      source: source.id,
      ...linkTo(source, trigger),
    };
  }

  async #toFailed(
    error: unknown,
    { id }: MetricsSource,
    entity: Entity,
  ): Promise<TriggerReading> {
    const message = await shownMessage(error);
    this.#options.logger.warn(
      `The source of metrics '${id}' failed for '${entity.metadata.name}': ${message}`,
    );
    return { state: 'unknown', reason: 'queryFailed', message, source: id };
  }

  /** A source that answers no query is failing. */
  #summarize(
    { id, title }: MetricsSource,
    readings: TriggerReading[],
  ): SourceReadings {
    const isFailing = readings.every(({ reason }) => reason === 'queryFailed');
    return {
      state: {
        id,
        title,
        status: isFailing ? 'failing' : 'ok',
        ...(isFailing && { message: readings[0]?.message }),
        checkedAt: new Date(this.#now()).toISOString(),
      },
      readings,
    };
  }

  #rateLimitsOf({ id }: MetricsSource): RateLimits {
    const limits = this.#rateLimits.get(id) ?? RememberedRateLimits.create();
    this.#rateLimits.set(id, limits);
    return limits;
  }
}

/** Where people see the results. */
function linkTo(source: MetricsSource, { query }: MeasuredTrigger) {
  const url = webUrl(source.queryUrl?.(query));
  return url === undefined ? {} : { url };
}
