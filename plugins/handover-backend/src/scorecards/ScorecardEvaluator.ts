import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  EntitiesService,
  EntityObserver,
} from '../entities/EntitiesService';
import { longestWaitMs, WorkLoop, type WorkQueue } from '../queue';
import type { ScorecardsConfig } from './config';
import {
  type EvaluationHandler,
  type EvaluationItem,
} from './EvaluationHandler';
import type { ExemptionStore } from './store/exemptions';
import type { InitiativeStore } from './store/initiatives';
import { type Evaluated, SCORECARDS_TOPIC, type ScorecardStore } from './store';

type Options = {
  queue: WorkQueue;
  store: Pick<ScorecardStore, 'remove' | 'listOutdated'>;
  exemptions: Pick<ExemptionStore, 'endAll'>;
  initiatives: Pick<InitiativeStore, 'removeEntities'>;
  handler: EvaluationHandler;
  entities: Pick<EntitiesService, 'observe'>;
  /** Kinds of entities that can have a handover. */
  kinds: readonly string[];
  logger: LoggerService;
  config: ScorecardsConfig;
};

/** What changes the results of one entity. */
const TOPICS = [
  'handover.document.changed',
  'handover.document.status-changed',
  'handover.deployment.recorded',
  'handover.decision.recorded',
  'handover.exemption.changed',
];

/** Changes that come together are evaluated together. */
const GATHER_MS = 100;

/** Keys that are changed at once. */
const BATCH = 1_000;

/** Keeps results up to date: after each change, and on a schedule. */
export class ScorecardEvaluator implements EntityObserver {
  readonly #options: Options;
  readonly #loop: WorkLoop<EvaluationItem, Omit<Evaluated, 'item'>>;
  #gathered = new Set<string>();
  #gathering: NodeJS.Timeout | undefined;
  #isStopped = false;

  static create(options: Options): ScorecardEvaluator {
    return new ScorecardEvaluator(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const { queue, handler, logger, config } = options;
    this.#loop = WorkLoop.create({
      topic: SCORECARDS_TOPIC,
      queue,
      handler,
      logger,
      config: {
        batchSize: config.batchSize,
        // Pure computation: more at a time is not faster. The time limit also
        // says how long the claims of a process that died last.
        concurrency: 1,
        timeoutMs: 250,
        maxWaitMs: longestWaitMs(config.intervalMs),
        retry: { firstMs: 60_000, lastMs: config.intervalMs },
      },
    });
    options.entities.observe(this);
  }

  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    events: EventsService;
  }): Promise<void> {
    const { scheduler, lifecycle, events } = services;
    const { config } = this.#options;
    lifecycle.addShutdownHook(() => this.stop());
    await this.#loop.schedule(scheduler, {
      id: 'handover-scorecards-evaluation',
      frequencyMs: config.frequencyMs,
    });
    await events.subscribe({
      id: 'handover-scorecards',
      topics: TOPICS,
      onEvent: async ({ eventPayload }) => {
        const { entityRef } = eventPayload as { entityRef: string };
        this.#gather(entityRef);
      },
    });
  }

  /** Finishes what is under way, and leaves what changed last to others. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#gathering);
    await this.#markGathered();
    await this.#loop.stop();
  }

  /** Evaluates what is due. Never throws. */
  async evaluateDue(): Promise<void> {
    return this.#loop.runDue();
  }

  /** Evaluates every entity again. */
  async evaluateAll(): Promise<void> {
    await this.#options.queue.markAllDue(SCORECARDS_TOPIC);
    void this.evaluateDue();
  }

  async entitiesSeen(entities: Entity[]): Promise<void> {
    const { queue, kinds } = this.#options;
    const dueAt = new Date();
    await queue.add(
      SCORECARDS_TOPIC,
      entities
        .filter(({ kind }) => kinds.includes(kind.toLocaleLowerCase('en-US')))
        .map(entity => ({
          key: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
          dueAt,
        })),
    );
  }

  async entitiesGone(entityRefs: string[]): Promise<void> {
    const { queue, store, exemptions, initiatives } = this.#options;
    await queue.remove(SCORECARDS_TOPIC, entityRefs);
    await store.remove(entityRefs);
    await initiatives.removeEntities(entityRefs);
    // Whoever takes the name next must not inherit them.
    await exemptions.endAll(entityRefs, {
      by: 'plugin:handover',
      note: 'The entity left the catalog.',
    });
  }

  /** What changed about an entity in the catalog can change its results. */
  async catalogSeen(): Promise<void> {
    const { queue, store } = this.#options;
    let after: string | undefined;
    do {
      const keys = await store.listOutdated({ after, limit: BATCH });
      await queue.markDue(SCORECARDS_TOPIC, keys);
      after = keys.length === BATCH ? keys.at(-1) : undefined;
    } while (after !== undefined);
    void this.evaluateDue();
  }

  #gather(entityRef: string): void {
    if (this.#isStopped) {
      return;
    }
    this.#gathered.add(entityRef);
    this.#evaluateSoon();
  }

  #evaluateSoon(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      void this.#evaluateGathered();
    }, GATHER_MS).unref();
  }

  async #evaluateGathered(): Promise<void> {
    await this.#markGathered();
    await this.evaluateDue();
  }

  /** Never throws: what cannot be marked is tried again. */
  async #markGathered(): Promise<void> {
    const { queue, logger } = this.#options;
    const keys = [...this.#gathered];
    if (keys.length === 0) {
      return;
    }
    this.#gathered = new Set();
    try {
      await queue.markDue(SCORECARDS_TOPIC, keys);
    } catch (error) {
      logger.error('Cannot mark changed entities as due', toError(error));
      keys.forEach(key => this.#gathered.add(key));
      if (!this.#isStopped) {
        this.#evaluateSoon();
      }
    }
  }
}
