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
  readonly #entities: Pick<EntitiesService, 'sync' | 'countInCatalog'>;
  readonly #logger: LoggerService;
  readonly #frequencyMs: number;
  readonly #startupDelaysMs: readonly number[];
  readonly #stopped = new AbortController();

  static create(options: {
    entities: Pick<EntitiesService, 'sync' | 'countInCatalog'>;
    logger: LoggerService;
    frequencyMs: number;
    startupDelaysMs?: readonly number[];
  }): FollowSchedule {
    return new FollowSchedule(options);
  }

  private constructor(options: Parameters<typeof FollowSchedule.create>[0]) {
    this.#entities = options.entities;
    this.#logger = options.logger;
    this.#frequencyMs = options.frequencyMs;
    this.#startupDelaysMs = options.startupDelaysMs ?? STARTUP_DELAYS_MS;
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

  /**
   * Compares the catalog again and again until it has stopped growing. As long
   * as the number of entities is the same, the number is all that it asks for.
   */
  async #followStartup(): Promise<void> {
    let seen: number | undefined;
    let unchanged = 0;
    for (const delay of this.#startupDelaysMs) {
      try {
        await sleep(delay, undefined, {
          signal: this.#stopped.signal,
          ref: false,
        });
        const count = await this.#entities.countInCatalog();
        unchanged = count > 0 && count === seen ? unchanged + 1 : 0;
        const isSettled = unchanged >= 3;
        if (isSettled || count !== seen) {
          ({ seen } = await this.#sync());
        }
        if (isSettled) {
          return;
        }
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
    }
  }
}
