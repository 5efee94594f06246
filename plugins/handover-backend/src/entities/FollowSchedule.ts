import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntitiesService } from './EntitiesService';

/** The catalog fills up while the backend starts: it is compared this often then. */
const STARTUP_DELAYS_MS = [0, 1, 1, 2, 2, 3, 3, 5, 5, 8, 10, 20].map(
  seconds => seconds * 1000,
);

/** Has the catalog followed, often while the backend starts and then on a schedule. */
export class FollowSchedule {
  readonly #entities: Pick<EntitiesService, 'sync'>;
  readonly #logger: LoggerService;
  readonly #frequencyMs: number;
  readonly #stopped = new AbortController();

  static create(options: {
    entities: Pick<EntitiesService, 'sync'>;
    logger: LoggerService;
    frequencyMs: number;
  }): FollowSchedule {
    return new FollowSchedule(options);
  }

  private constructor(options: {
    entities: Pick<EntitiesService, 'sync'>;
    logger: LoggerService;
    frequencyMs: number;
  }) {
    this.#entities = options.entities;
    this.#logger = options.logger;
    this.#frequencyMs = options.frequencyMs;
  }

  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { scheduler, lifecycle } = services;
    lifecycle.addShutdownHook(() => this.#stopped.abort());
    lifecycle.addStartupHook(() => {
      void this.#followStartup();
    });
    await scheduler.scheduleTask({
      id: 'handover-entities-follow-catalog',
      // One process is enough: all share the rows.
      scope: 'global',
      frequency: { milliseconds: this.#frequencyMs },
      initialDelay: { milliseconds: this.#frequencyMs },
      timeout: { minutes: 15 },
      fn: async signal => {
        await this.#sync(signal);
      },
    });
  }

  async #sync(signal?: AbortSignal) {
    const signals = [this.#stopped.signal, ...(signal ? [signal] : [])];
    return this.#entities.sync({ signal: AbortSignal.any(signals) });
  }

  /** Compares the catalog often until it has stopped growing. */
  async #followStartup(): Promise<void> {
    let before = 0;
    let unchanged = 0;
    for (const delay of STARTUP_DELAYS_MS) {
      try {
        await sleep(delay, undefined, {
          signal: this.#stopped.signal,
          ref: false,
        });
        const { seen } = await this.#sync();
        unchanged = seen > 0 && seen === before ? unchanged + 1 : 0;
        before = seen;
      } catch (error) {
        if (this.#stopped.signal.aborted) {
          return;
        }
        // Other plugins may still be starting.
        this.#logger.debug(
          'Could not compare the mirror with the catalog yet',
          isError(error) ? error : undefined,
        );
      }
      if (unchanged >= 3) {
        return;
      }
    }
  }
}
