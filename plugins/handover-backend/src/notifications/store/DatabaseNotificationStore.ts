import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migratedClient } from '../../migratedClient';
import type { WorkQueue } from '../../queue';
import { withoutNul } from '../../withoutNul';
import type { NewNotification } from '../NotificationOutbox';
import type { NotificationStore } from './NotificationStore';

/** The topic of the queue whose items are ids of notifications. */
export const NOTIFICATIONS_TOPIC = 'notifications';

/** Rows of one statement. */
const BATCH = 500;

type NotificationRow = {
  id: string;
  content: string;
  created_at: Date | number | string;
};

/** Keeps notifications in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseNotificationStore implements NotificationStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #now: () => Date;

  /** @param options.queue - In the same database. */
  static async create(options: {
    database: DatabaseService;
    queue: WorkQueue;
    now?: () => Date;
  }): Promise<DatabaseNotificationStore> {
    const { database, queue, now = () => new Date() } = options;
    return new DatabaseNotificationStore(
      await migratedClient(database),
      queue,
      now,
    );
  }

  private constructor(db: Knex, queue: WorkQueue, now: () => Date) {
    this.#db = db;
    this.#queue = queue;
    this.#now = now;
  }

  async add(notifications: readonly NewNotification[]): Promise<number> {
    const now = this.#now();
    let added = 0;
    for (let from = 0; from < notifications.length; from += BATCH) {
      added += await this.#db.transaction(async tx => {
        const rows: { id: string }[] = await tx<NotificationRow>(
          'notifications',
        )
          .insert(
            notifications.slice(from, from + BATCH).map(notification => ({
              id: notification.id,
              content: withoutNul(JSON.stringify(notification)),
              created_at: now,
            })),
          )
          .onConflict('id')
          .ignore()
          .returning('id');
        await this.#queue.add(
          NOTIFICATIONS_TOPIC,
          rows.map(({ id }) => ({ key: id, dueAt: now })),
          { transaction: tx },
        );
        return rows.length;
      });
    }
    return added;
  }

  async read(
    ids: string[],
  ): Promise<Map<string, { notification: NewNotification; createdAt: Date }>> {
    const rows = await this.#db<NotificationRow>('notifications')
      .whereIn('id', ids)
      .select();
    return new Map(
      rows.map(row => [
        row.id,
        {
          notification: JSON.parse(row.content),
          createdAt: new Date(row.created_at),
        },
      ]),
    );
  }

  async removeBefore(time: Date): Promise<number> {
    return this.#db.transaction(async tx => {
      const ids = await tx<NotificationRow>('notifications')
        .where('created_at', '<', time)
        .orderBy('id')
        .limit(BATCH)
        .pluck('id');
      await this.#queue.remove(NOTIFICATIONS_TOPIC, ids, { transaction: tx });
      await tx<NotificationRow>('notifications').whereIn('id', ids).delete();
      return ids.length;
    });
  }
}
