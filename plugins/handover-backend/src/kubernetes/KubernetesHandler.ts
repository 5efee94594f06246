import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { spreadDueAt, type WorkHandler } from '../queue';
import { withoutNul } from '../withoutNul';
import type { KubernetesConfig } from './config';
import type { KubernetesClient } from './KubernetesClient';
import type { ReadingObserver } from './ReadingObserver';
import { readClusters } from './readClusters';
import type {
  EntityAnnotations,
  KubernetesItem,
  KubernetesOutcome,
  KubernetesStore,
  MarkChanged,
  Reading,
} from './store';

const MAX_PROBLEM = 500;

type Options = {
  store: Pick<KubernetesStore, 'claim' | 'record'>;
  client: Pick<KubernetesClient, 'listClusters' | 'listObjects'>;
  config: Pick<KubernetesConfig, 'intervalMs' | 'pauseMs'>;
  markChanged: MarkChanged;
  observer: ReadingObserver;
  logger: LoggerService;
};

/** Reads entities that are due. */
export class KubernetesHandler
  implements WorkHandler<KubernetesItem, KubernetesOutcome>
{
  readonly #options: Options;

  static create(options: Options): KubernetesHandler {
    return new KubernetesHandler(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<KubernetesItem[]> {
    return this.#options.store.claim(options);
  }

  async work(
    { key, annotations }: KubernetesItem,
    { signal }: { signal: AbortSignal },
  ): Promise<KubernetesOutcome> {
    if (!annotations) {
      return { isRemoved: true, dueAt: new Date(), result: 'done' };
    }
    const { intervalMs, pauseMs } = this.#options.config;
    const reading = await this.#read(key, annotations, signal);
    // What was interrupted says nothing about the clusters.
    signal.throwIfAborted();
    await this.#tell(key, reading);
    // Entities are read one by one, so the next one waits, too.
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    return {
      reading,
      dueAt: spreadDueAt(intervalMs),
      result: 'problem' in reading ? 'failed' : 'done',
    };
  }

  async #read(
    entityRef: string,
    annotations: EntityAnnotations,
    signal: AbortSignal,
  ): Promise<Reading> {
    const { client } = this.#options;
    try {
      return {
        clusters: await readClusters(entityRef, {
          annotations,
          client,
          signal,
        }),
      };
    } catch (error) {
      const problem = withoutNul(toError(error).message);
      return { problem: problem.slice(0, MAX_PROBLEM) };
    }
  }

  /** Never throws: what was read is worth storing, and is read again soon. */
  async #tell(entityRef: string, reading: Reading): Promise<void> {
    const { observer, logger } = this.#options;
    if ('problem' in reading) {
      return;
    }
    try {
      await observer.clustersRead(entityRef, {
        clusters: reading.clusters,
        readAt: new Date(),
      });
    } catch (error) {
      logger.warn(
        `Could not record whether the releases of '${entityRef}' started; the next reading tries again`,
        toError(error),
      );
    }
  }

  async record(
    done: { item: KubernetesItem; result: KubernetesOutcome }[],
  ): Promise<void> {
    const { store, markChanged } = this.#options;
    await store.record(
      done.map(({ item, result }) => ({ item, outcome: result })),
      markChanged,
    );
  }
}
