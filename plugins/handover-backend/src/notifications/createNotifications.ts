import type {
  DatabaseService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { WorkLoop, type WorkQueue } from '../queue';
import type { NotificationsConfig } from './config';
import { NotificationHandler } from './NotificationHandler';
import type { NotificationOutbox } from './NotificationOutbox';
import { DatabaseNotificationStore, NOTIFICATIONS_TOPIC } from './store';

/** How long a notification is known, so that the same one is not sent again. */
const RETENTION_MS = 60 * 86_400_000;

const RETRY = { firstMs: 60_000, lastMs: 3_600_000 };

/**
 * Sends what is added to the outbox, and tries again what fails. Undefined if
 * notifications are switched off.
 */
export async function createNotifications(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  queue: WorkQueue;
  notifications: Pick<NotificationService, 'send'>;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  config: NotificationsConfig;
}): Promise<NotificationOutbox | undefined> {
  const { queue, scheduler, lifecycle, logger, config } = options;
  if (!config.enabled) {
    return undefined;
  }
  const store = await DatabaseNotificationStore.create(options);
  const loop = WorkLoop.create({
    topic: NOTIFICATIONS_TOPIC,
    queue,
    handler: NotificationHandler.create({ ...options, store }),
    logger,
    config: {
      batchSize: 50,
      concurrency: 5,
      timeoutMs: 30_000,
      maxWaitMs: 2 * RETRY.lastMs,
      retry: RETRY,
    },
  });
  lifecycle.addShutdownHook(() => loop.stop());
  // What another process left, and what failed.
  await loop.schedule(scheduler, {
    id: 'handover-notifications',
    frequencyMs: 60_000,
  });
  await scheduler.scheduleTask({
    id: 'handover-notifications-retention',
    scope: 'global',
    frequency: { hours: 6 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: async () => {
      const before = new Date(Date.now() - RETENTION_MS);
      while ((await store.removeBefore(before)) > 0) {
        // The next ones.
      }
    },
  });
  return {
    async add(notifications) {
      if ((await store.add(notifications)) > 0) {
        void loop.runDue();
      }
    },
  };
}
