import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { groupBy } from '../../groupBy';
import type { QueueItemRow } from './tables';
import type {
  InTransaction,
  QueueTransaction,
  SettledItem,
  WorkItem,
  WorkQueue,
} from './WorkQueue';

/** Keys in one statement: bindings are limited. */
const BATCH = 1_000;

/** Rows in one insert: SQLite joins at most 500 of them. */
const INSERT_BATCH = 200;

/** What becomes of the number of failures. */
const FAILURES_AFTER: Record<SettledItem['result'], string> = {
  done: '0',
  failed: 'failures + 1',
  returned: 'failures',
};

/** Keeps the queue in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseWorkQueue implements WorkQueue {
  readonly #db: Knex;
  readonly #now: () => Date;

  /**
   * @param options.database - Its tables exist already.
   * @param options.now - The clock, of the system unless given.
   */
  static async create(options: {
    database: DatabaseService;
    now?: () => Date;
  }): Promise<WorkQueue> {
    const { database, now = () => new Date() } = options;
    return new DatabaseWorkQueue(await database.getClient(), now);
  }

  private constructor(db: Knex, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  async add(
    topic: string,
    items: readonly { key: string; dueAt: Date }[],
    { transaction }: InTransaction = {},
  ): Promise<void> {
    const db = transaction ?? this.#db;
    for (const batch of batches(inOrder(items), INSERT_BATCH)) {
      const known = new Set<string>(
        await db<QueueItemRow>('queue_items')
          .where('topic', topic)
          .whereIn(
            'key',
            batch.map(({ key }) => key),
          )
          .pluck('key'),
      );
      const rows = batch
        .filter(({ key }) => !known.has(key))
        .map(
          ({ key, dueAt }): QueueItemRow => ({
            topic,
            key,
            next_due_at: dueAt,
            claim_token: null,
            failures: 0,
          }),
        );
      if (rows.length > 0) {
        await db<QueueItemRow>('queue_items')
          .insert(rows)
          .onConflict(['topic', 'key'])
          .ignore();
      }
    }
  }

  async remove(
    topic: string,
    keys: readonly string[],
    options: InTransaction = {},
  ): Promise<void> {
    await this.#transact(options, async tx => {
      for (const batch of batches([...keys].sort())) {
        await lockItems(tx, topic, batch);
        await tx<QueueItemRow>('queue_items')
          .where('topic', topic)
          .whereIn('key', batch)
          .delete();
      }
    });
  }

  async markDue(
    topic: string,
    keys: readonly string[],
    options: InTransaction & { at?: Date } = {},
  ): Promise<number> {
    const { at = this.#now() } = options;
    return this.#transact(options, async tx => {
      let count = 0;
      for (const batch of batches([...keys].sort())) {
        await lockItems(tx, topic, batch);
        count += await tx<QueueItemRow>('queue_items')
          .where('topic', topic)
          .whereIn('key', batch)
          .update({ next_due_at: at, claim_token: null });
      }
      return count;
    });
  }

  async markAllDue(
    topic: string,
    options: InTransaction = {},
  ): Promise<number> {
    return this.#transact(options, async tx => {
      const items = () => tx<QueueItemRow>('queue_items').where('topic', topic);
      await items().orderBy('key').forUpdate().select('key');
      return items().update({ next_due_at: this.#now(), claim_token: null });
    });
  }

  async bringForward(
    topic: string,
    keys: readonly string[],
    options: InTransaction & { at: Date },
  ): Promise<void> {
    await this.#transact(options, async tx => {
      for (const batch of batches([...keys].sort())) {
        await lockItems(tx, topic, batch);
        await tx<QueueItemRow>('queue_items')
          .where('topic', topic)
          .whereIn('key', batch)
          .whereNull('claim_token')
          .where('next_due_at', '>', options.at)
          .update({ next_due_at: options.at });
      }
    });
  }

  async limitWait(topic: string, latest: Date): Promise<number> {
    return this.#db<QueueItemRow>('queue_items')
      .where('topic', topic)
      .where('next_due_at', '>', latest)
      .update({ next_due_at: this.#now(), claim_token: null });
  }

  /**
   * Takes items in one statement, and moves their due time to when the claim
   * expires. A process that dies loses its claims that way, and nothing else
   * has to look for them.
   */
  async claim(
    topic: string,
    options: { limit: number; claimUntil: Date; key?: string } & InTransaction,
  ): Promise<WorkItem[]> {
    const { limit, claimUntil, key, transaction } = options;
    const db = transaction ?? this.#db;
    const claimToken = randomUUID();
    const update = db<QueueItemRow>('queue_items')
      .where('topic', topic)
      .update({ next_due_at: claimUntil, claim_token: claimToken })
      .returning(['key', 'failures']);

    if (key !== undefined) {
      update.where('key', key);
    } else {
      const due = db<QueueItemRow>('queue_items')
        .select('key')
        .where('topic', topic)
        .where('next_due_at', '<=', this.#now())
        .orderBy('next_due_at')
        .limit(limit);
      if (isPostgres(db)) {
        // Rows that another process is claiming right now are passed over
        // instead of waited for. As a common table expression the selection
        // runs once; a plain subquery may be run again, and then take more rows.
        update
          .with('due', due.forUpdate().skipLocked())
          .whereIn('key', db('due').select('key'));
      } else {
        update.whereIn('key', due);
      }
    }
    const rows = await update;
    return rows.map(row => ({
      key: row.key,
      claimToken,
      failures: row.failures,
    }));
  }

  async settle(
    topic: string,
    items: readonly SettledItem[],
    options: InTransaction = {},
  ): Promise<Set<string>> {
    return this.#transact(options, async tx => {
      const held = new Set<string>();
      for (const batch of batches(inOrder(items))) {
        const claims = await lockItems(
          tx,
          topic,
          batch.map(({ key }) => key),
        );
        const valid = batch.filter(
          item => claims.get(item.key) === item.claimToken,
        );
        valid.forEach(({ key }) => held.add(key));
        for (const [result, group] of groupBy(valid, item => item.result)) {
          await schedule(tx, topic, group, FAILURES_AFTER[result]);
        }
      }
      return held;
    });
  }

  async lock(
    topic: string,
    keys: readonly string[],
    { transaction }: { transaction: QueueTransaction },
  ): Promise<void> {
    for (const batch of batches([...keys].sort())) {
      await lockItems(transaction, topic, batch);
    }
  }

  async listKeys(
    topic: string,
    options: { after?: string; limit: number },
  ): Promise<string[]> {
    const query = this.#db<QueueItemRow>('queue_items')
      .where('topic', topic)
      .orderBy('key')
      .limit(options.limit);
    if (options.after !== undefined) {
      query.where('key', '>', options.after);
    }
    return query.pluck('key');
  }

  async #transact<T>(
    { transaction }: InTransaction,
    change: (tx: QueueTransaction) => Promise<T>,
  ): Promise<T> {
    return transaction ? change(transaction) : this.#db.transaction(change);
  }
}

/**
 * Locks items in order of their keys, and returns their claims. SQLite needs
 * no row locks.
 */
async function lockItems(
  tx: QueueTransaction,
  topic: string,
  keys: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx<QueueItemRow>('queue_items')
    .where('topic', topic)
    .whereIn('key', keys)
    .orderBy('key')
    .forUpdate()
    .select('key', 'claim_token');
  return new Map(rows.map(row => [row.key, row.claim_token]));
}

/** Ends claims, each with a due time of its own, in one statement. */
async function schedule(
  tx: QueueTransaction,
  topic: string,
  items: readonly SettledItem[],
  failures: string,
): Promise<void> {
  const times = isPostgres(tx)
    ? tx.raw(
        'select unnest(?::text[]) collate "C" as key, unnest(?::timestamptz[]) as due_at',
        [
          items.map(({ key }) => key),
          items.map(({ dueAt }) => dueAt.toISOString()),
        ],
      )
    : tx.raw(
        `select json_extract(value, '$[0]') as key, json_extract(value, '$[1]') as due_at from json_each(?)`,
        [JSON.stringify(items.map(({ key, dueAt }) => [key, dueAt.getTime()]))],
      );
  await tx.raw(
    `update queue_items set next_due_at = times.due_at, claim_token = null, failures = ${failures}
     from (?) as times where queue_items.topic = ? and queue_items.key = times.key`,
    [times, topic],
  );
}

function isPostgres(db: Knex): boolean {
  return db.client.config.client.includes('pg');
}

function inOrder<T extends { key: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function* batches<T>(
  items: readonly T[],
  size: number = BATCH,
): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
