import {
  isInKubernetes,
  KUBERNETES_ANNOTATIONS,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityObserver } from '../entities/EntitiesService';
import { longestWaitMs, WorkLoop, type WorkQueue } from '../queue';
import type { KubernetesConfig } from './config';
import type { KubernetesHandler } from './KubernetesHandler';
import {
  type EntityAnnotations,
  type KubernetesItem,
  type KubernetesOutcome,
  type KubernetesStore,
  KUBERNETES_TOPIC,
  type MarkChanged,
} from './store';

/** Entities that are claimed together. */
const BATCH = 10;

/** How often each process looks for entities that are due, at least. */
const FREQUENCY_MS = 60_000;

/** Requests for one entity. */
const REQUESTS = 2;

type Options = {
  queue: WorkQueue;
  store: Pick<KubernetesStore, 'follow' | 'expireReadings' | 'removeEntities'>;
  handler: KubernetesHandler;
  markChanged: MarkChanged;
  /** Kinds of entities that can have a handover, in lower case. */
  kinds: readonly string[];
  logger: LoggerService;
  config: KubernetesConfig;
};

/** Reads annotated entities from the clusters, one at a time. */
export class KubernetesWatcher implements EntityObserver {
  readonly #options: Options;
  readonly #loop: WorkLoop<KubernetesItem, KubernetesOutcome>;

  static create(options: Options): KubernetesWatcher {
    return new KubernetesWatcher(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const { queue, handler, logger, config } = options;
    const { intervalMs, timeoutMs, pauseMs } = config;
    this.#loop = WorkLoop.create({
      topic: KUBERNETES_TOPIC,
      queue,
      handler,
      logger,
      config: {
        batchSize: BATCH,
        concurrency: 1,
        timeoutMs: REQUESTS * timeoutMs + pauseMs + 5_000,
        maxWaitMs: longestWaitMs(intervalMs),
        retry: { firstMs: intervalMs, lastMs: intervalMs },
        abortOnStop: true,
      },
    });
  }

  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { scheduler, lifecycle } = services;
    const frequencyMs = Math.min(FREQUENCY_MS, this.#options.config.intervalMs);
    const frequency = { milliseconds: frequencyMs };
    lifecycle.addShutdownHook(() => this.stop());
    await this.#loop.schedule(scheduler, {
      id: 'handover-kubernetes-facts',
      frequencyMs,
    });
    await scheduler.scheduleTask({
      id: 'handover-kubernetes-outdated',
      scope: 'global',
      frequency,
      initialDelay: frequency,
      timeout: { minutes: 15 },
      fn: async () => {
        const { store, markChanged } = this.#options;
        await store.expireReadings(markChanged);
      },
    });
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  async entitiesSeen(entities: Entity[]): Promise<void> {
    const { store, markChanged, kinds } = this.#options;
    const isRead = (entity: Entity) =>
      kinds.includes(entity.kind.toLocaleLowerCase('en-US')) &&
      isInKubernetes(entity);
    await store.follow(
      new Map(
        entities.map(each => [
          stringifyEntityRef(each),
          isRead(each) ? annotationsOf(each) : undefined,
        ]),
      ),
      markChanged,
    );
  }

  async entitiesGone(entityRefs: string[]): Promise<void> {
    await this.#options.store.removeEntities(entityRefs);
  }
}

function annotationsOf({ metadata }: Entity): EntityAnnotations {
  const { annotations = {} } = metadata;
  return Object.fromEntries(
    KUBERNETES_ANNOTATIONS.flatMap(key =>
      annotations[key] ? [[key, annotations[key]]] : [],
    ),
  );
}
