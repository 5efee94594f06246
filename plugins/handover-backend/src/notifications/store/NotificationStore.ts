import type { NewNotification } from '../NotificationOutbox';

/** Keeps notifications, and the queue of those that wait. */
export interface NotificationStore {
  /** Adds those whose id is new. @returns how many. */
  add(notifications: readonly NewNotification[]): Promise<number>;

  /** Notifications by id. */
  read(
    ids: string[],
  ): Promise<Map<string, { notification: NewNotification; createdAt: Date }>>;

  /** Forgets those that were added before a time, sent or not. */
  removeBefore(time: Date): Promise<number>;
}
