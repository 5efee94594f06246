import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import pLimit from 'p-limit';
import type { DocumentsConfig } from '../config';
import type { DocumentReader } from '../sources';
import type { ClaimedDocument, DocumentStore, RecordedOutcome } from '../store';
import type { RefreshMetrics } from './metrics';

type Options = {
  store: DocumentStore;
  reader: DocumentReader;
  metrics: RefreshMetrics;
  logger: LoggerService;
  config: DocumentsConfig['refresh'];
};

/** How often what was read is recorded, so that a slow document holds up no other. */
const RECORD_EVERY_MS = 1_000;

/** A document that cannot be reached is tried again after this, if that is sooner. */
const RETRY_MS = 60_000;

/** Reads documents that are due, a claimed batch at a time. */
export class RefreshLoop {
  readonly #options: Options;

  static create(options: Options): RefreshLoop {
    return new RefreshLoop(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Reads until nothing is due any more. Returns how many were read. */
  async run(signal: AbortSignal): Promise<number> {
    const { store, config } = this.#options;
    let count = 0;
    while (!signal.aborted) {
      const claimed = await store.claim({
        limit: config.batchSize,
        claimUntil: this.#claimUntil(config.batchSize),
      });
      if (claimed.length === 0) {
        break;
      }
      count += await this.#refresh(claimed, signal);
    }
    return count;
  }

  /** Reads one document, due or not. */
  async refreshOne(entityRef: string, signal: AbortSignal): Promise<void> {
    const claimed = await this.#options.store.claim({
      limit: 1,
      claimUntil: this.#claimUntil(1),
      entityRef,
    });
    await this.#refresh(claimed, signal);
  }

  /** Twice as long as the batch takes when every document is as slow as allowed. */
  #claimUntil(batchSize: number): Date {
    const { timeoutMs, concurrency } = this.#options.config;
    const rounds = Math.ceil(batchSize / concurrency);
    return new Date(Date.now() + 2 * rounds * timeoutMs + 30_000);
  }

  async #refresh(
    claimed: ClaimedDocument[],
    signal: AbortSignal,
  ): Promise<number> {
    const limit = pLimit(this.#options.config.concurrency);
    const unread: ClaimedDocument[] = [];
    let done: RecordedOutcome[] = [];
    let recording = Promise.resolve();
    const record = () => {
      if (done.length > 0) {
        const outcomes = done;
        done = [];
        recording = recording.then(() => this.#record(outcomes));
      }
    };

    const timer = setInterval(record, RECORD_EVERY_MS);
    try {
      await Promise.all(
        claimed.map(document =>
          limit(async () => {
            if (signal.aborted) {
              unread.push(document);
              return;
            }
            // Only then, as `done` is another list after each recording.
            const outcome = await this.#read(document, signal);
            done.push(outcome);
          }),
        ),
      );
    } finally {
      clearInterval(timer);
    }
    record();
    await recording;
    if (unread.length > 0) {
      // Others need not wait until the claims expire.
      await this.#options.store.markDue({
        entityRefs: unread.map(document => document.entityRef),
      });
    }
    return claimed.length - unread.length;
  }

  async #read(
    document: ClaimedDocument,
    signal: AbortSignal,
  ): Promise<RecordedOutcome> {
    const { reader, metrics } = this.#options;
    const start = performance.now();
    const outcome = await reader.read(document, { signal });
    metrics.duration.record((performance.now() - start) / 1000, {
      outcome: outcome.status,
    });
    return {
      entityRef: document.entityRef,
      claimToken: document.claimToken,
      outcome,
      nextDueAt: this.#nextDueAt(outcome.status === 'unreachable'),
    };
  }

  /** Spread in steps, so that what was claimed together is recorded together. */
  #nextDueAt(retry: boolean): Date {
    const { intervalMs } = this.#options.config;
    const wait = retry ? Math.min(intervalMs, RETRY_MS) : intervalMs;
    const step = Math.max(1, wait / 20);
    const spread = Math.floor(Math.random() * 3) * step;
    return new Date(Math.ceil((Date.now() + wait + spread) / step) * step);
  }

  /** Never throws: what cannot be recorded is read again when its claim expires. */
  async #record(outcomes: RecordedOutcome[]): Promise<void> {
    const { store, logger, metrics } = this.#options;
    try {
      const results = await store.recordOutcomes(outcomes);
      results.forEach(({ entityRef, result }, index) => {
        const outcome = outcomes[index].outcome.status;
        metrics.outcomes.add(1, { outcome, result });
        if (result === 'revised' || result === 'updated') {
          logger.info(`Handover of '${entityRef}': ${outcome}, ${result}`);
        }
      });
    } catch (error) {
      if (outcomes.length > 1) {
        // One that cannot be stored must not take the others with it.
        for (const outcome of outcomes) {
          await this.#record([outcome]);
        }
        return;
      }
      logger.error(
        `Recording the handover of '${outcomes[0].entityRef}' failed`,
        isError(error) ? error : undefined,
      );
    }
  }
}
