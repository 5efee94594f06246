import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  backoffMs,
  type RetryConfig,
  spreadDueAt,
  type WorkHandler,
} from '../../queue';
import type { DocumentReader } from '../sources';
import type { ClaimedDocument, DocumentStore, ReadOutcome } from '../store';
import type { RefreshMetrics } from './metrics';

type Options = {
  store: DocumentStore;
  reader: DocumentReader;
  metrics: RefreshMetrics;
  logger: LoggerService;
  /** How long after it was read a document is due again. */
  intervalMs: number;
  /** When a document that cannot be reached is tried again. */
  retry: RetryConfig;
};

/** Reads documents that are due, and records what changed. */
export class RefreshHandler
  implements WorkHandler<ClaimedDocument, ReadOutcome>
{
  readonly #options: Options;

  static create(options: Options): RefreshHandler {
    return new RefreshHandler(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async claim({
    key,
    ...options
  }: Parameters<
    WorkHandler<ClaimedDocument, ReadOutcome>['claim']
  >[0]): Promise<ClaimedDocument[]> {
    return this.#options.store.claim({ ...options, entityRef: key });
  }

  async work(
    document: ClaimedDocument,
    { signal }: { signal: AbortSignal },
  ): Promise<ReadOutcome> {
    const { reader, metrics } = this.#options;
    const start = performance.now();
    const outcome = await reader.read(document, { signal });
    metrics.duration.record((performance.now() - start) / 1000, {
      outcome: outcome.status,
    });
    return outcome;
  }

  async record(
    done: { item: ClaimedDocument; result: ReadOutcome }[],
  ): Promise<void> {
    const { store, logger, metrics } = this.#options;
    const results = await store.recordOutcomes(
      done.map(({ item, result: outcome }) => ({
        entityRef: item.entityRef,
        claimToken: item.claimToken,
        outcome,
        nextDueAt: this.#nextDueAt(item, outcome),
      })),
    );
    results.forEach(({ entityRef, result }, index) => {
      const outcome = done[index].result.status;
      metrics.outcomes.add(1, { outcome, result });
      if (result === 'revised' || result === 'updated') {
        logger.info(`Handover of '${entityRef}': ${outcome}, ${result}`);
      }
    });
  }

  #nextDueAt({ failures }: ClaimedDocument, { status }: ReadOutcome): Date {
    const { intervalMs, retry } = this.#options;
    return spreadDueAt(
      status === 'unreachable' ? backoffMs(failures + 1, retry) : intervalMs,
    );
  }
}
