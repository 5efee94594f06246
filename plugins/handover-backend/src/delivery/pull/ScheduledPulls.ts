import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EntitiesService } from '../../entities/EntitiesService';
import {
  longestWaitMs,
  type WorkItem,
  WorkLoop,
  type WorkQueue,
} from '../../queue';
import type { DeliveryConfig } from '../config';
import { LONGEST_HOLD_MS } from '../holds';
import type { ProviderPuller, PullResult } from './ProviderPuller';
import type { PullDiscovery } from './PullDiscovery';
import { PULL_TOPIC, type PullSchedule } from './PullSchedule';

type Options = {
  queue: WorkQueue;
  schedule: PullSchedule;
  discovery: PullDiscovery;
  entities: Pick<EntitiesService, 'observe'>;
  puller: Pick<ProviderPuller, 'pull'>;
  logger: LoggerService;
  config: DeliveryConfig;
};

/** Pulls providers in the background. All processes share the work. */
export class ScheduledPulls {
  readonly #options: Options;
  readonly #loop: WorkLoop<WorkItem, PullResult>;

  static create(options: Options): ScheduledPulls {
    return new ScheduledPulls(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const { queue, schedule, puller, logger, config } = options;
    this.#loop = WorkLoop.create<WorkItem, PullResult>({
      topic: PULL_TOPIC,
      queue,
      logger,
      handler: {
        claim: claim => queue.claim(PULL_TOPIC, claim),
        work: ({ key }) => puller.pull(key),
        record: done => schedule.settle(done),
      },
      config: {
        batchSize: config.pull.batchSize,
        concurrency: config.pull.concurrency,
        // Providers are asked at the same time, and each ends by itself.
        timeoutMs: 2 * config.timeoutMs,
        maxWaitMs: longestWaitMs(
          Math.max(config.pull.idleIntervalMs, LONGEST_HOLD_MS),
        ),
        retry: { firstMs: 60_000, lastMs: config.pull.idleIntervalMs },
      },
    });
  }

  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { scheduler, lifecycle } = services;
    const { config, discovery, entities } = this.#options;
    entities.observe(discovery);
    lifecycle.addShutdownHook(() => this.#loop.stop());

    await this.#loop.schedule(scheduler, {
      id: 'handover-delivery-pull',
      frequencyMs: config.pull.frequencyMs,
    });
  }
}
