import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { WorkHandler, WorkItem, WorkQueue } from '../queue';
import type { NewNotification } from './NotificationOutbox';
import { NOTIFICATIONS_TOPIC, type NotificationStore } from './store';

/** A claimed notification. */
export type NotificationItem = WorkItem & {
  notification: NewNotification;
  createdAt: Date;
};

/** A notification that could not be sent for so long is of no use any more. */
const GIVE_UP_MS = 24 * 3_600_000;

type Options = {
  queue: WorkQueue;
  store: NotificationStore;
  notifications: Pick<NotificationService, 'send'>;
  logger: LoggerService;
  now?: () => Date;
};

/**
 * Sends notifications. One that was sent by a process that died before it could
 * record that is sent again; its scope makes it the same notification.
 */
export class NotificationHandler
  implements WorkHandler<NotificationItem, void>
{
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): NotificationHandler {
    return new NotificationHandler(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<NotificationItem[]> {
    const { queue, store } = this.#options;
    const claimed = await queue.claim(NOTIFICATIONS_TOPIC, options);
    const contents = await store.read(claimed.map(({ key }) => key));
    return claimed.flatMap(item => {
      const content = contents.get(item.key);
      return content ? [{ ...item, ...content }] : [];
    });
  }

  async work({ notification, createdAt }: NotificationItem): Promise<void> {
    const { notifications, logger } = this.#options;
    const { id, recipients, except, ...payload } = notification;
    try {
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef: recipients,
          ...(except && { excludeEntityRef: except }),
        },
        payload: { ...payload, scope: `handover/${id}` },
      });
    } catch (error) {
      if (this.#now().getTime() - createdAt.getTime() < GIVE_UP_MS) {
        throw error;
      }
      logger.warn(`Gave up sending the notification '${id}': ${error}`);
    }
  }

  async record(done: { item: NotificationItem }[]): Promise<void> {
    await this.#options.queue.remove(
      NOTIFICATIONS_TOPIC,
      done.map(({ item }) => item.key),
    );
  }
}
