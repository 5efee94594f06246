import { BackendCalls } from '@backstage-handover/plugin-handover-node';
import type { HandoverEvent } from '@backstage-handover/plugin-handover-common';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { EventsConfig } from './config';
import type { DomainEventStore, RelayClaim } from './store';

type Options = {
  store: DomainEventStore;
  events: Pick<EventsService, 'publish'>;
  logger: LoggerService;
  config: EventsConfig;
  /** How long publishing one event may take. Default: 30 seconds. */
  timeoutMs?: number;
};

/** Events read at once. */
const BATCH = 100;

/** An event that fails so often is left to be replayed, so that others follow. */
const MAX_ATTEMPTS = 10;

/**
 * Publishes recorded events, each by one process, in the order of their
 * sequence. A process that dies between publishing an event and remembering it
 * has it published again by another one: events are delivered at least once.
 */
export class EventRelay {
  readonly #options: Options;
  readonly #timeoutMs: number;
  readonly #calls: BackendCalls;
  #stopped = false;
  #run: Promise<void> | undefined;
  #runAgain = false;

  static create(options: Options): EventRelay {
    return new EventRelay(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 30_000;
    this.#calls = BackendCalls.create({
      title: 'The events service',
      timeoutMs: this.#timeoutMs,
      // The service also waits for subscribers in this process. Their requests
      // are their own.
      isAborted: ({ path }) => path.endsWith('/bus/v1/events'),
    });
  }

  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { scheduler, lifecycle } = services;
    const { store, config, logger } = this.#options;
    lifecycle.addShutdownHook(() => this.stop());
    store.onCommitted(() => {
      void this.runDue();
    });
    await scheduler.scheduleTask({
      id: 'handover-events-relay',
      // Events of a process that died, or that failed to be published.
      scope: 'local',
      frequency: { milliseconds: config.frequencyMs },
      initialDelay: { milliseconds: config.frequencyMs },
      timeout: { minutes: 15 },
      fn: () => this.runDue(),
    });
    await scheduler.scheduleTask({
      id: 'handover-events-retention',
      scope: 'global',
      frequency: { hours: 1 },
      initialDelay: { minutes: 5 },
      timeout: { minutes: 30 },
      fn: async () => {
        const removed = await store.removeBefore(
          new Date(Date.now() - config.retentionMs),
        );
        if (removed > 0) {
          logger.info(`Removed ${removed} domain events past retention`);
        }
      },
    });
  }

  /**
   * Publishes what is recorded, unless another process does. Never throws. Calls
   * during a run share one more run after it.
   */
  async runDue(): Promise<void> {
    if (this.#run) {
      this.#runAgain = true;
      return this.#run;
    }
    this.#run = this.#runUntilIdle().finally(() => {
      this.#run = undefined;
    });
    return this.#run;
  }

  /** Finishes the event under way, and publishes no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#run;
  }

  async #runUntilIdle(): Promise<void> {
    const { store, logger } = this.#options;
    do {
      this.#runAgain = false;
      try {
        const claim =
          !this.#stopped &&
          (await store.claimRelay({ until: this.#claimUntil() }));
        if (claim) {
          try {
            await this.#publishAll(claim);
          } finally {
            await store.releaseRelay(claim);
          }
        }
      } catch (error) {
        logger.error(
          'Publishing domain events failed; the next scheduled run continues',
          toError(error),
        );
        return;
      }
    } while (this.#runAgain && !this.#stopped);
  }

  async #publishAll(claim: RelayClaim): Promise<void> {
    const { store } = this.#options;
    for (;;) {
      const unpublished = await store.readUnpublished(claim, { limit: BATCH });
      if (!unpublished || unpublished.events.length === 0) {
        return;
      }
      let { failures } = unpublished;
      for (const event of unpublished.events) {
        if (this.#stopped || !(await this.#publish(claim, event, failures))) {
          return;
        }
        failures = 0;
      }
    }
  }

  /** @returns whether to go on with the next event. */
  async #publish(
    claim: RelayClaim,
    event: HandoverEvent,
    failures: number,
  ): Promise<boolean> {
    const { store, logger } = this.#options;
    const { topic, payload } = event;
    try {
      await this.#calls.run(() =>
        this.#options.events.publish({ topic, eventPayload: payload }),
      );
    } catch (error) {
      if (failures + 1 < MAX_ATTEMPTS) {
        await store.markFailed(claim);
        throw error;
      }
      logger.error(
        `Event ${payload.sequence} of '${topic}' is not published after ${MAX_ATTEMPTS} attempts; it can be replayed`,
        toError(error),
      );
    }
    return store.markPublished(claim, {
      sequence: payload.sequence,
      until: this.#claimUntil(),
    });
  }

  /** Extended after each event. */
  #claimUntil(): Date {
    return new Date(Date.now() + 2 * this.#timeoutMs + 30_000);
  }
}
