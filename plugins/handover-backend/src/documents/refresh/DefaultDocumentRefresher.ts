import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntitiesService } from '../../entities/EntitiesService';
import type { DocumentsConfig } from '../config';
import { longestWaitMs, WorkLoop, type WorkQueue } from '../../queue';
import type { DocumentReader } from '../sources';
import {
  type ClaimedDocument,
  type DocumentStore,
  type ReadOutcome,
  REFRESH_TOPIC,
} from '../store';
import { DocumentsFollower } from './DocumentsFollower';
import type { DocumentRefresher } from './DocumentRefresher';
import type { RefreshMetrics } from './metrics';
import { readPushEvent } from './pushEvents';
import { RefreshHandler } from './RefreshHandler';

type Options = {
  store: DocumentStore;
  queue: WorkQueue;
  reader: DocumentReader;
  metrics: RefreshMetrics;
  entities: Pick<EntitiesService, 'follow' | 'observe' | 'resolveKey'>;
  logger: LoggerService;
  config: DocumentsConfig;
};

/** A document that cannot be reached is tried again after this, if that is sooner. */
const RETRY_MS = 60_000;

/** How long a request waits for a read; after that it goes on in the background. */
const REFRESH_NOW_WAIT_MS = 5_000;

const PUSH_TOPICS = ['github.push', 'gitlab.push'];

/** Keeps handovers up to date on a schedule, on push events and on request. */
export class DefaultDocumentRefresher implements DocumentRefresher {
  readonly #store: DocumentStore;
  readonly #logger: LoggerService;
  readonly #config: DocumentsConfig;
  readonly #entities: Options['entities'];
  readonly #loop: WorkLoop<ClaimedDocument, ReadOutcome>;
  readonly #stopped = new AbortController();
  readonly #refreshing = new Map<string, Promise<boolean>>();

  static create(options: Options): DefaultDocumentRefresher {
    return new DefaultDocumentRefresher(options);
  }

  private constructor(options: Options) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#config = options.config;
    this.#entities = options.entities;
    const { intervalMs, ...config } = options.config.refresh;
    const retry = {
      firstMs: Math.min(intervalMs, RETRY_MS),
      lastMs: intervalMs,
    };
    this.#loop = WorkLoop.create({
      topic: REFRESH_TOPIC,
      queue: options.queue,
      handler: RefreshHandler.create({ ...options, intervalMs, retry }),
      logger: options.logger,
      config: {
        ...config,
        retry,
        // A read ends by itself; this is for one that does not.
        timeoutMs: 2 * config.timeoutMs,
        maxWaitMs: longestWaitMs(intervalMs),
      },
    });
    this.#entities.observe(
      DocumentsFollower.create({
        ...options,
        onDue: () => this.kick(),
      }),
    );
  }

  /** Registers the schedules and listens to push events. */
  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    events: EventsService;
  }): Promise<void> {
    const { scheduler, lifecycle, events } = services;
    const { refresh } = this.#config;

    lifecycle.addShutdownHook(() => this.stop());
    await this.#loop.schedule(scheduler, {
      id: 'handover-documents-refresh',
      frequencyMs: refresh.frequencyMs,
    });
    await events.subscribe({
      id: 'handover-documents-push',
      topics: PUSH_TOPICS,
      onEvent: ({ topic, eventPayload }) => this.onPush(topic, eventPayload),
    });
  }

  /** Finishes what is being read, and starts nothing more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop.stop();
    await Promise.allSettled(this.#refreshing.values());
  }

  async refreshNow(entityRef: string): Promise<DocumentState | undefined> {
    const known = await this.#refreshOnce(entityRef.toLocaleLowerCase('en-US'));
    return known ? this.#store.get(entityRef) : undefined;
  }

  kick(): void {
    void this.refreshDue();
  }

  /** Reads what is due. Never throws; calls that come meanwhile share one more run. */
  async refreshDue(): Promise<void> {
    return this.#loop.runDue();
  }

  /** Makes the documents that a push may have changed due, and reads them. */
  async onPush(topic: string, payload: unknown): Promise<void> {
    const push = readPushEvent(topic, payload);
    if (!push) {
      this.#logger.warn(`Ignored an event of '${topic}' that is not a push`);
      return;
    }
    const count = await this.#store.markDue(push);
    if (count > 0) {
      this.#logger.info(
        `A push to ${push.repository} made ${count} handovers due`,
      );
      this.kick();
    }
  }

  #hasHandover(entityRef: string): boolean {
    const { kind } = parseEntityRef(entityRef);
    return this.#config.kinds.includes(kind.toLocaleLowerCase('en-US'));
  }

  /** Requests for one entity at the same time share one lookup and one read. */
  async #refreshOnce(entityRef: string): Promise<boolean> {
    let refreshing = this.#refreshing.get(entityRef);
    if (!refreshing) {
      refreshing = this.#followAndRead(entityRef).finally(() =>
        this.#refreshing.delete(entityRef),
      );
      this.#refreshing.set(entityRef, refreshing);
    }
    return refreshing;
  }

  async #followAndRead(entityRef: string): Promise<boolean> {
    if (!this.#hasHandover(entityRef)) {
      return false;
    }
    if (!(await this.#entities.follow(entityRef))) {
      return false;
    }
    const waited = new AbortController();
    const read = this.#loop
      .runOne(entityRef)
      .catch(error => {
        this.#logger.error(
          `Refreshing the handover of '${entityRef}' failed`,
          isError(error) ? error : undefined,
        );
      })
      .finally(() => waited.abort());
    await Promise.race([
      read,
      sleep(REFRESH_NOW_WAIT_MS, undefined, {
        signal: waited.signal,
        ref: false,
      }).catch(() => {}),
    ]);
    return true;
  }
}
