import type { PipelineProvider } from '@backstage-handover/plugin-handover-node';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type {
  AuthService,
  CacheService,
  DatabaseService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Catalog } from '../backends';
import type { DocumentsService } from '../documents/DocumentsService';
import type { EntitiesService } from '../entities/EntitiesService';
import type { DomainEventOutbox } from '../events';
import type { ProviderRegistry } from '../ProviderRegistry';
import type { WorkQueue } from '../queue';
import type { ClusterReader } from './ClusterReader';
import type { DeliveryConfig } from './config';
import { DefaultDeliveryService } from './DefaultDeliveryService';
import type { DeliveryFactReader } from './DeliveryFactReader';
import type { DeliveryService } from './DeliveryService';
import { EntityResolver } from './events/EntityResolver';
import { EventsReceiver } from './events/EventsReceiver';
import {
  ProviderPuller,
  PullDiscovery,
  PullSchedule,
  ScheduledPulls,
} from './pull';
import { StartRecorder } from './StartRecorder';
import { DatabaseDeliveryStore } from './store';

/** Puts delivery together, and schedules pulls and the removal of old data. */
export async function createDelivery(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  queue: WorkQueue;
  outbox: DomainEventOutbox;
  documents: Pick<DocumentsService, 'getDocument' | 'getEnvironments'>;
  registry: ProviderRegistry<PipelineProvider>;
  config: DeliveryConfig;
  /** What tells whether releases start. */
  clusters: ClusterReader;
  /** Kinds of entities that have delivery data. */
  kinds: string[];
  /** Those that are configured. */
  environments: Environments;
  catalog: Catalog;
  auth: AuthService;
  entities: Pick<EntitiesService, 'get' | 'follow' | 'resolveKey' | 'observe'>;
  permissions: PermissionsService;
  cache: CacheService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<{
  delivery: DeliveryService;
  eventsReceiver: EventsReceiver;
  facts: DeliveryFactReader;
  starts: StartRecorder;
}> {
  const { config, lifecycle, logger, scheduler } = options;
  const store = await DatabaseDeliveryStore.create(options);
  const schedule = PullSchedule.create({
    ...options,
    store,
    config: config.pull,
  });
  const puller = ProviderPuller.create({ ...options, store, schedule });
  if (config.pull.enabled) {
    await ScheduledPulls.create({
      ...options,
      schedule,
      puller,
      discovery: PullDiscovery.create({ ...options, schedule }),
    }).start(options);
  }
  lifecycle.addShutdownHook(() => puller.settle());

  await scheduler.scheduleTask({
    id: 'handover-delivery-retention',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: async () => {
      const removed = await store.removeBefore(
        new Date(Date.now() - config.retentionMs),
      );
      if (removed > 0) {
        logger.info(`Removed ${removed} runs and deployments past retention`);
      }
    },
  });

  return {
    facts: store,
    starts: StartRecorder.create({ ...options, store }),
    delivery: DefaultDeliveryService.create({ ...options, store, puller }),
    eventsReceiver: EventsReceiver.create({
      store,
      resolver: EntityResolver.create(options),
      permissions: options.permissions,
    }),
  };
}
