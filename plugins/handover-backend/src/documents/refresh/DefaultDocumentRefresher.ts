import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentsConfig } from '../config';
import { WorkLoop, type WorkQueue } from '../../queue';
import type { DocumentReader } from '../sources';
import {
  type ClaimedDocument,
  type DocumentStore,
  type ReadOutcome,
  REFRESH_TOPIC,
} from '../store';
import { CatalogFollower } from './CatalogFollower';
import type { DocumentRefresher } from './DocumentRefresher';
import type { RefreshMetrics } from './metrics';
import { readPushEvent } from './pushEvents';
import { RefreshHandler } from './RefreshHandler';

type Options = {
  store: DocumentStore;
  queue: WorkQueue;
  reader: DocumentReader;
  metrics: RefreshMetrics;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  config: DocumentsConfig;
};

/** The catalog fills up while the backend starts: it is looked at this often then. */
const STARTUP_DELAYS_MS = [0, 1, 1, 2, 2, 3, 3, 5, 5, 8, 10, 20].map(
  seconds => seconds * 1000,
);

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
  readonly #follower: CatalogFollower;
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
    this.#follower = CatalogFollower.create(options);
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
      },
    });
  }

  /** Registers the schedules and listens to push events. */
  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
    events: EventsService;
  }): Promise<void> {
    const { scheduler, lifecycle, events } = services;
    const { catalog, refresh } = this.#config;

    lifecycle.addShutdownHook(() => this.stop());
    lifecycle.addStartupHook(() => {
      void this.#followStartup();
    });

    await scheduler.scheduleTask({
      id: 'handover-documents-follow-catalog',
      // One process is enough: all share the rows.
      scope: 'global',
      frequency: { milliseconds: catalog.frequencyMs },
      initialDelay: { milliseconds: catalog.frequencyMs },
      timeout: { minutes: 15 },
      fn: async signal => {
        await this.followCatalog(signal);
      },
    });
    await scheduler.scheduleTask({
      id: 'handover-documents-refresh',
      // Every process takes its share of what is due.
      scope: 'local',
      frequency: { milliseconds: refresh.frequencyMs },
      initialDelay: { milliseconds: refresh.frequencyMs },
      timeout: { minutes: 15 },
      fn: () => this.refreshDue(),
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

  /** Compares the catalog with what is stored, then reads what became due. */
  async followCatalog(signal: AbortSignal): Promise<{ seen: number }> {
    const counts = await this.#follower.sweep(
      AbortSignal.any([signal, this.#stopped.signal]),
    );
    if (counts.due > 0) {
      this.kick();
    }
    return counts;
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
    if (!(await this.#follower.follow(entityRef))) {
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

  /** Looks at the catalog often until it has stopped growing. */
  async #followStartup(): Promise<void> {
    let before = 0;
    let unchanged = 0;
    for (const delay of STARTUP_DELAYS_MS) {
      try {
        await sleep(delay, undefined, {
          signal: this.#stopped.signal,
          ref: false,
        });
        const { seen } = await this.followCatalog(this.#stopped.signal);
        unchanged = seen > 0 && seen === before ? unchanged + 1 : 0;
        before = seen;
      } catch (error) {
        if (this.#stopped.signal.aborted) {
          return;
        }
        // Other plugins may still be starting.
        this.#logger.debug(
          'Could not follow the catalog yet',
          isError(error) ? error : undefined,
        );
      }
      if (unchanged >= 3) {
        return;
      }
    }
  }
}
