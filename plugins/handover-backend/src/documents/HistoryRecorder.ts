import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { DocumentsConfig } from './config';
import type { DocumentStore } from './store';

type Options = {
  store: Pick<
    DocumentStore,
    'deriveOutdated' | 'recordHistory' | 'removeHistoryBefore'
  >;
  logger: LoggerService;
  config: DocumentsConfig['history'];
};

/** Stores changes of state that come with time alone, and removes old history. */
export class HistoryRecorder {
  readonly #options: Options;

  static create(options: Options): HistoryRecorder {
    return new HistoryRecorder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    const { store, logger, config } = this.#options;
    await scheduler.scheduleTask({
      id: 'handover-documents-history',
      scope: 'global',
      frequency: { milliseconds: config.frequencyMs },
      initialDelay: { minutes: 1 },
      timeout: { minutes: 15 },
      fn: async signal => {
        await store.deriveOutdated({ signal });
        const count = await store.recordHistory({ signal });
        if (count > 0) {
          logger.info(`Stored the state of ${count} documents`);
        }
      },
    });
    await scheduler.scheduleTask({
      id: 'handover-documents-history-retention',
      scope: 'global',
      frequency: { hours: 6 },
      initialDelay: { minutes: 5 },
      timeout: { minutes: 30 },
      fn: async () => {
        await store.removeHistoryBefore(
          new Date(Date.now() - config.retentionMs),
        );
      },
    });
  }
}
