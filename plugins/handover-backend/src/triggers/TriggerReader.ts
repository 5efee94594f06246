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
  RejectedQueryError,
  webUrl,
} from '@backstage-handover/plugin-handover-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
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

type LimitFunction = ReturnType<typeof pLimit>;

/** What one source said of a trigger. */
type Attempt = {
  reading: TriggerReading;
  /** Whether the source failed, not only the query. */
  isSourceFailing?: boolean;
};

/** Triggers in memory, of all entities together. Each has a hundred values. */
const MAX_CACHED = 2_000;

/** Queries that one source runs at the same time, for all entities together. */
const CONCURRENCY = 8;

/**
 * Evaluates the triggers of an entity in all sources of metrics that apply.
 * Concurrent calls share one read, and so do calls shortly after it. A query that
 * fails makes only its trigger unknown, unless it leaves no time for others.
 */
export class TriggerReader {
  readonly #options: Options;
  readonly #now: () => number;
  readonly #reads: SharedReads<TriggerReadings>;
  /** By source. */
  readonly #rateLimits = new Map<string, RateLimits>();
  /** By source. */
  readonly #limiters = new Map<string, LimitFunction>();

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
      const failed = await toFailed(error, source);
      return this.#summarize(
        source,
        entity,
        triggers.map(() => failed),
      );
    }
    const deadline = performance.now() + this.#options.config.timeoutMs;
    const inParallel = this.#limiterOf(source);
    const attempts = await Promise.all(
      triggers.map(trigger =>
        inParallel(async (): Promise<Attempt> => {
          try {
            return {
              reading: await this.#readTrigger(
                source,
                entity,
                trigger,
                deadline,
              ),
            };
          } catch (error) {
            return toFailed(error, source);
          }
        }),
      ),
    );
    return this.#summarize(source, entity, attempts);
  }

  async #readTrigger(
    source: MetricsSource,
    entity: Entity,
    trigger: MeasuredTrigger,
    deadline: number,
  ): Promise<TriggerReading> {
    const { config, logger } = this.#options;
    const timeoutMs = deadline - performance.now();
    if (timeoutMs <= 0) {
      throw new Error(
        `${source.title} was not queried, because earlier queries took all the time`,
      );
    }
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
        timeoutMs,
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

  /** A source that answers no query is failing, unless all have mistakes. */
  #summarize(
    { id, title }: MetricsSource,
    entity: Entity,
    attempts: readonly Attempt[],
  ): SourceReadings {
    const readings = attempts.map(({ reading }) => reading);
    const failed = readings.filter(({ reason }) => reason === 'queryFailed');
    for (const message of new Set(failed.map(each => each.message))) {
      this.#options.logger.warn(
        `Could not evaluate triggers of '${stringifyEntityRef(
          entity,
        )}' with '${id}': ${message}`,
      );
    }
    const failure =
      failed.length === readings.length
        ? attempts.find(({ isSourceFailing }) => isSourceFailing)
        : undefined;
    return {
      state: {
        id,
        title,
        status: failure ? 'failing' : 'ok',
        ...(failure && { message: failure.reading.message }),
        checkedAt: new Date(this.#now()).toISOString(),
      },
      readings,
    };
  }

  #limiterOf({ id }: MetricsSource): LimitFunction {
    const limiter = this.#limiters.get(id) ?? pLimit(CONCURRENCY);
    this.#limiters.set(id, limiter);
    return limiter;
  }

  #rateLimitsOf({ id }: MetricsSource): RateLimits {
    const limits = this.#rateLimits.get(id) ?? RememberedRateLimits.create();
    this.#rateLimits.set(id, limits);
    return limits;
  }
}

async function toFailed(
  error: unknown,
  { id }: MetricsSource,
): Promise<Attempt> {
  return {
    reading: {
      state: 'unknown',
      reason: 'queryFailed',
      message: await shownMessage(error),
      source: id,
    },
    isSourceFailing: !(error instanceof RejectedQueryError),
  };
}

/** Where people see the results. */
function linkTo(source: MetricsSource, { query }: MeasuredTrigger) {
  const url = webUrl(source.queryUrl?.(query));
  return url === undefined ? {} : { url };
}
