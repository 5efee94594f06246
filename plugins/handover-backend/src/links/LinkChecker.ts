import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EntityObserver } from '../entities/EntitiesService';
import { longestWaitMs, WorkLoop, type WorkQueue } from '../queue';
import type { LinksConfig } from './config';
import type { LinkHandler } from './LinkHandler';
import { MAX_REQUESTS } from './LinkProber';
import { MAX_RETRY_AFTER_MS } from './retryAfter';
import {
  type LinkItem,
  type LinkOutcome,
  LINKS_TOPIC,
  type LinkStore,
} from './store';

/** Links that are claimed and checked together. */
const BATCH = 10;

/** How often each process looks for links that are due, at least. */
const FREQUENCY_MS = 60_000;

type Options = {
  queue: WorkQueue;
  store: Pick<LinkStore, 'removeEntities'>;
  handler: LinkHandler;
  logger: LoggerService;
  config: LinksConfig;
};

/** Checks links on a schedule, and when there are new ones. */
export class LinkChecker implements EntityObserver {
  readonly #options: Options;
  readonly #loop: WorkLoop<LinkItem, LinkOutcome>;

  static create(options: Options): LinkChecker {
    return new LinkChecker(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const { queue, handler, logger, config } = options;
    const { intervalMs, timeoutMs, pauseMs } = config;
    this.#loop = WorkLoop.create({
      topic: LINKS_TOPIC,
      queue,
      handler,
      logger,
      config: {
        batchSize: BATCH,
        concurrency: BATCH,
        // A link may have to wait for all others, if they are of one host.
        timeoutMs: BATCH * MAX_REQUESTS * (timeoutMs + pauseMs),
        maxWaitMs: longestWaitMs(Math.max(intervalMs, MAX_RETRY_AFTER_MS)),
        retry: { firstMs: 60_000, lastMs: intervalMs },
        abortOnStop: true,
      },
    });
  }

  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { scheduler, lifecycle } = services;
    lifecycle.addShutdownHook(() => this.stop());
    await this.#loop.schedule(scheduler, {
      id: 'handover-links',
      frequencyMs: Math.min(FREQUENCY_MS, this.#options.config.intervalMs),
    });
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** Checks what is due. Never throws. */
  async checkDue(): Promise<void> {
    return this.#loop.runDue();
  }

  /** Links of an entity become known when its facts are read. */
  async entitiesSeen(): Promise<void> {}

  async entitiesGone(entityRefs: string[]): Promise<void> {
    await this.#options.store.removeEntities(entityRefs);
  }
}
