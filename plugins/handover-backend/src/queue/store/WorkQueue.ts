import type { Knex } from 'knex';

/** A transaction of a store, for queue changes that belong to it. */
export type QueueTransaction = Knex.Transaction;

/** Makes a change to the queue part of the caller's transaction. */
export type InTransaction = { transaction?: QueueTransaction };

/** An item that one process has claimed. */
export type WorkItem = {
  /** What the work is about, unique within its topic. */
  key: string;
  /** Proves the claim when the item is settled. */
  claimToken: string;
  /** Failed attempts since the last success. */
  failures: number;
};

/** What becomes of a claimed item. */
export type SettledItem = {
  key: string;
  claimToken: string;
  /** When the item is due again. */
  dueAt: Date;
  /** `returned` if nobody worked on it. It keeps its number of failures. */
  result: 'done' | 'failed' | 'returned';
};

/**
 * A durable queue of recurring work, shared by all processes on one database.
 * Each topic is a queue of its own. Settling an item schedules it again; an
 * item goes away only when it is removed.
 *
 * Every method that changes several items locks them in order of their keys.
 * A transaction that changes items of a topic and rows of its domain changes
 * the items first, so that two of them cannot deadlock.
 */
export interface WorkQueue {
  /**
   * Adds items. Those that are there already stay as they are. Only reads if all
   * of them are.
   */
  add(
    topic: string,
    items: readonly { key: string; dueAt: Date }[],
    options?: InTransaction,
  ): Promise<void>;

  /** Removes items, also claimed ones: their claims become void. */
  remove(
    topic: string,
    keys: readonly string[],
    options?: InTransaction,
  ): Promise<void>;

  /**
   * Makes items due at a time. The default is now. Claims become void, because
   * the running work may be based on an outdated state.
   *
   * @returns the number of items that exist
   */
  markDue(
    topic: string,
    keys: readonly string[],
    options?: InTransaction & { at?: Date },
  ): Promise<number>;

  /**
   * Makes all items of a topic due now. Claims become void.
   *
   * @returns the number of items
   */
  markAllDue(topic: string, options?: InTransaction): Promise<number>;

  /**
   * Makes items due at a time at the latest. Claimed items, and items that are
   * due earlier, stay as they are.
   */
  bringForward(
    topic: string,
    keys: readonly string[],
    options: InTransaction & { at: Date },
  ): Promise<void>;

  /**
   * Makes items due that are due, or claimed, after a time that no item is
   * scheduled for: they were scheduled before the clock was set back.
   *
   * @returns how many.
   */
  limitWait(topic: string, latest: Date): Promise<number>;

  /**
   * Claims items that are due, the longest due first. A claimed item is not
   * given to anybody else until the claim expires.
   *
   * @param options.key - Claims this item, whether or not it is due or claimed.
   */
  claim(
    topic: string,
    options: { limit: number; claimUntil: Date; key?: string } & InTransaction,
  ): Promise<WorkItem[]>;

  /**
   * Ends claims and schedules the items again.
   *
   * @returns the keys whose claim was still valid. The others were marked due,
   *   removed or claimed by another process in the meantime, and don't change.
   */
  settle(
    topic: string,
    items: readonly SettledItem[],
    options?: InTransaction,
  ): Promise<Set<string>>;

  /** Locks items until the transaction ends. */
  lock(
    topic: string,
    keys: readonly string[],
    options: { transaction: QueueTransaction },
  ): Promise<void>;

  /** Keys of a topic in order, after `after`. */
  listKeys(
    topic: string,
    options: { after?: string; limit: number },
  ): Promise<string[]>;
}
