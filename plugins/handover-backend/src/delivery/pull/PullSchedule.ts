import {
  backoffMs,
  spreadDueAt,
  type WorkItem,
  type WorkQueue,
} from '../../queue';
import type { DeliveryConfig } from '../config';
import type { DeliveryStore } from '../store';
import type { PullResult } from './ProviderPuller';

type Options = {
  queue: WorkQueue;
  store: Pick<DeliveryStore, 'listBusy' | 'markViewed'>;
  config: DeliveryConfig['pull'];
  now?: () => Date;
};

/** Topic of the queue whose items are the entities that providers apply to. */
export const PULL_TOPIC = 'delivery-pull';

/** An entity is busy if it had a run or a deployment within this time. */
const BUSY_MS = 24 * 60 * 60 * 1000;

/** An entity is busy if someone opened it within this time. */
const VIEWED_MS = 60 * 60 * 1000;

/** The first wait when no provider answers. */
const RETRY_MS = 60_000;

/** Decides when the providers of an entity are pulled in the background. */
export class PullSchedule {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): PullSchedule {
    return new PullSchedule(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Adds entities that a provider applies to. New ones are spread over a while. */
  async add(entityRefs: readonly string[]): Promise<void> {
    const { queue, config } = this.#options;
    const now = this.#now().getTime();
    await queue.add(
      PULL_TOPIC,
      entityRefs.map(key => ({
        key,
        dueAt: new Date(now + Math.random() * config.intervalMs),
      })),
    );
  }

  /** Forgets entities that left the catalog. */
  async remove(entityRefs: readonly string[]): Promise<void> {
    await this.#options.queue.remove(PULL_TOPIC, entityRefs);
  }

  /** Makes an entity busy because someone opened it. */
  async viewed(entityRef: string): Promise<void> {
    const { queue, store, config } = this.#options;
    if (!config.enabled) {
      return;
    }
    await store.markViewed(entityRef);
    await queue.bringForward(PULL_TOPIC, [entityRef], {
      at: new Date(this.#now().getTime() + config.intervalMs),
    });
  }

  /** Schedules entities again after their providers were asked. */
  async settle(
    done: readonly { item: WorkItem; result: PullResult }[],
  ): Promise<void> {
    const { queue, store } = this.#options;
    const gone = done.filter(({ result }) => result.status === 'none');
    if (gone.length > 0) {
      await queue.remove(
        PULL_TOPIC,
        gone.map(({ item }) => item.key),
      );
    }
    const now = this.#now().getTime();
    const busy = await store.listBusy(
      done.map(({ item }) => item.key),
      {
        delivered: new Date(now - BUSY_MS),
        viewed: new Date(now - VIEWED_MS),
      },
    );
    await queue.settle(
      PULL_TOPIC,
      done.flatMap(({ item, result }) =>
        result.status === 'none'
          ? []
          : {
              key: item.key,
              claimToken: item.claimToken,
              dueAt: spreadDueAt(this.#waitMs(item, result, busy), { now }),
              result: result.status === 'failed' ? 'failed' : 'done',
            },
      ),
    );
  }

  #waitMs(
    { key, failures }: WorkItem,
    result: PullResult,
    busy: Set<string>,
  ): number {
    const { intervalMs, idleIntervalMs } = this.#options.config;
    if (result.status !== 'failed') {
      return busy.has(key) ? intervalMs : idleIntervalMs;
    }
    const backoff = backoffMs(failures + 1, {
      firstMs: Math.min(RETRY_MS, idleIntervalMs),
      lastMs: idleIntervalMs,
    });
    const heldMs = result.retryAt
      ? result.retryAt.getTime() - this.#now().getTime()
      : 0;
    return Math.max(backoff, heldMs);
  }
}
