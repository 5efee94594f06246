import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import pLimit from 'p-limit';
import { withinTime } from '../withinTime';
import { backoffMs, type RetryConfig, spreadDueAt } from './schedule';
import type { WorkItem, WorkQueue } from './store';

/** How a process works through a topic. */
export type WorkLoopConfig = {
  /** Items claimed at once. */
  batchSize: number;
  /** Items worked on at the same time by one process. */
  concurrency: number;
  /** How long the work on one item may take. */
  timeoutMs: number;
  /** The longest time from settling an item until it is due. */
  maxWaitMs: number;
  retry: RetryConfig;
  /**
   * Whether the work under way is aborted when the loop stops, and its items
   * given back, instead of waited for.
   */
  abortOnStop?: boolean;
};

/** Handles the items of a topic. */
export interface WorkHandler<I extends WorkItem, R> {
  /** Claims items and loads what the work needs, for the whole batch at once. */
  claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<I[]>;

  /** The work on one item. An item whose work throws is tried again later. */
  work(item: I, options: { signal: AbortSignal }): Promise<R>;

  /** Stores results and settles their items, in one transaction. */
  record(done: { item: I; result: R }[]): Promise<void>;
}

type Options<I extends WorkItem, R> = {
  topic: string;
  queue: WorkQueue;
  handler: WorkHandler<I, R>;
  logger: LoggerService;
  config: WorkLoopConfig;
};

/** Clocks of processes that share a queue differ by this at most. */
const SKEW_MS = 60_000;

/** After this the scheduler gives up waiting for a run. The run goes on, and later ones join it. */
const RUN_TIMEOUT = { hours: 1 };

/** How often results are recorded, so that a slow item holds up no other. */
const RECORD_EVERY_MS = 1_000;

/**
 * Works through the due items of a topic, a claimed batch at a time. An item
 * that fails, hangs or cannot be recorded concerns no other.
 */
export class WorkLoop<I extends WorkItem, R> {
  readonly #options: Options<I, R>;
  readonly #stopped = new AbortController();
  readonly #single = new Set<Promise<void>>();
  #run: Promise<void> | undefined;
  #runAgain = false;

  static create<I extends WorkItem, R>(options: Options<I, R>): WorkLoop<I, R> {
    return new WorkLoop(options);
  }

  private constructor(options: Options<I, R>) {
    this.#options = options;
  }

  /** Looks for what is due again and again, in every process: each takes its share. */
  async schedule(
    scheduler: SchedulerService,
    { id, frequencyMs }: { id: string; frequencyMs: number },
  ): Promise<void> {
    const frequency = { milliseconds: frequencyMs };
    await scheduler.scheduleTask({
      id,
      scope: 'local',
      frequency,
      initialDelay: frequency,
      timeout: RUN_TIMEOUT,
      fn: () => this.runDue(),
    });
  }

  /**
   * Works until nothing is due any more. Never throws. Calls during a run share
   * one more run after it.
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

  /** Works on one item, due or not. */
  async runOne(key: string): Promise<void> {
    const { handler } = this.#options;
    const single = (async () => {
      const claimed = await handler.claim({
        limit: 1,
        claimUntil: this.#claimUntil(1),
        key,
      });
      await this.#workOn(claimed);
    })();
    this.#single.add(single);
    try {
      await single;
    } finally {
      this.#single.delete(single);
    }
  }

  /** Finishes or aborts the items under way, gives the other claimed ones back, and stops. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#run;
    await Promise.allSettled(this.#single);
  }

  async #runUntilIdle(): Promise<void> {
    const { topic, logger } = this.#options;
    do {
      this.#runAgain = false;
      try {
        await this.#limitWait();
        while (await this.#runBatch()) {
          // The next batch.
        }
      } catch (error) {
        logger.error(
          `Working on '${topic}' failed; the next scheduled run continues`,
          toError(error),
        );
      }
    } while (this.#runAgain && !this.#stopped.signal.aborted);
  }

  /** The clock may have been set back since an item was scheduled. */
  async #limitWait(): Promise<void> {
    const { topic, queue, logger, config } = this.#options;
    const latest = Math.max(
      Date.now() + config.maxWaitMs,
      this.#claimUntil(config.batchSize).getTime(),
    );
    const count = await queue.limitWait(topic, new Date(latest + SKEW_MS));
    if (count > 0) {
      logger.warn(
        `${count} items of '${topic}' were scheduled too far ahead, and are due now`,
      );
    }
  }

  /** @returns whether there may be more. */
  async #runBatch(): Promise<boolean> {
    const { handler, config } = this.#options;
    if (this.#stopped.signal.aborted) {
      return false;
    }
    const claimed = await handler.claim({
      limit: config.batchSize,
      claimUntil: this.#claimUntil(config.batchSize),
    });
    await this.#workOn(claimed);
    return claimed.length > 0;
  }

  /** Twice as long as the batch takes when every item is as slow as allowed. */
  #claimUntil(batchSize: number): Date {
    const { timeoutMs, concurrency } = this.#options.config;
    const rounds = Math.ceil(batchSize / concurrency);
    return new Date(Date.now() + 2 * rounds * timeoutMs + 30_000);
  }

  async #workOn(claimed: I[]): Promise<void> {
    const limit = pLimit(this.#options.config.concurrency);
    const untouched: I[] = [];
    let done: { item: I; result: R }[] = [];
    let failed: I[] = [];
    let recording = Promise.resolve();
    const record = () => {
      const [results, failures] = [done, failed];
      [done, failed] = [[], []];
      recording = recording
        .then(() => this.#record(results))
        .then(() => this.#retry(failures));
    };

    const timer = setInterval(record, RECORD_EVERY_MS);
    try {
      await Promise.all(
        claimed.map(item =>
          limit(async () => {
            if (this.#stopped.signal.aborted) {
              untouched.push(item);
              return;
            }
            try {
              const result = await this.#work(item);
              // Only then, as `done` is another list after each recording.
              done.push({ item, result });
            } catch (error) {
              if (this.#isAborted()) {
                untouched.push(item);
                return;
              }
              this.#logFailure(item, error);
              failed.push(item);
            }
          }),
        ),
      );
    } finally {
      clearInterval(timer);
    }
    record();
    await recording;
    await this.#giveBack(untouched);
  }

  async #work(item: I): Promise<R> {
    const { handler, config } = this.#options;
    const { timeoutMs, abortOnStop } = config;
    return withinTime(
      timeout => {
        const signal = abortOnStop
          ? AbortSignal.any([timeout, this.#stopped.signal])
          : timeout;
        return handler.work(item, { signal });
      },
      {
        timeoutMs,
        timedOut: () =>
          new Error(`It took longer than ${timeoutMs / 1000} seconds`),
      },
    );
  }

  #isAborted(): boolean {
    const { abortOnStop = false } = this.#options.config;
    return abortOnStop && this.#stopped.signal.aborted;
  }

  /** Never throws: an item that cannot be recorded is tried again. */
  async #record(done: { item: I; result: R }[]): Promise<void> {
    if (done.length === 0) {
      return;
    }
    try {
      await this.#options.handler.record(done);
    } catch (error) {
      if (done.length > 1) {
        // One that cannot be stored must not take the others with it.
        for (const each of done) {
          await this.#record([each]);
        }
        return;
      }
      this.#logFailure(done[0].item, error);
      await this.#retry([done[0].item]);
    }
  }

  /** Never throws: what cannot be settled is due when its claim expires. */
  async #retry(items: I[]): Promise<void> {
    const { topic, queue, config } = this.#options;
    await this.#attempt(items, () =>
      queue.settle(
        topic,
        items.map(({ key, claimToken, failures }) => ({
          key,
          claimToken,
          dueAt: spreadDueAt(backoffMs(failures + 1, config.retry)),
          result: 'failed' as const,
        })),
      ),
    );
  }

  /** Others need not wait until the claims expire. */
  async #giveBack(items: I[]): Promise<void> {
    const { topic, queue } = this.#options;
    const dueAt = new Date();
    await this.#attempt(items, () =>
      queue.settle(
        topic,
        items.map(({ key, claimToken }) => ({
          key,
          claimToken,
          dueAt,
          result: 'returned' as const,
        })),
      ),
    );
  }

  async #attempt(items: I[], change: () => Promise<unknown>): Promise<void> {
    if (items.length === 0) {
      return;
    }
    try {
      await change();
    } catch (error) {
      this.#options.logger.error(
        `Cannot give back ${items.length} items of '${
          this.#options.topic
        }'; their claims expire`,
        toError(error),
      );
    }
  }

  #logFailure(item: I, error: unknown): void {
    const { topic, logger } = this.#options;
    logger.error(`Work on '${item.key}' of '${topic}' failed`, toError(error));
  }
}
