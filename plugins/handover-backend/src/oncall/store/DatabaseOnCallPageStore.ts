import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import { migratedClient } from '../../migratedClient';
import type {
  OnCallPageStore,
  PageClaim,
  TakenPageClaim,
} from './OnCallPageStore';

/** Claims are needed no longer than this. */
const KEPT_MS = 60 * 60_000;

type PageRow = {
  key: string;
  requested_by: string;
  entity_ref: string;
  requested_at: Date;
};

/** Keeps claims of pages in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseOnCallPageStore implements OnCallPageStore {
  readonly #db: Knex;
  readonly #now: () => number;

  static async create(options: {
    database: DatabaseService;
    now?: () => number;
  }): Promise<OnCallPageStore> {
    const { database, now = Date.now } = options;
    return new DatabaseOnCallPageStore(await migratedClient(database), now);
  }

  private constructor(db: Knex, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async claim(
    page: PageClaim,
    { withinMs }: { withinMs: number },
  ): Promise<TakenPageClaim | undefined> {
    const row: PageRow = {
      key: keyOf(page),
      requested_by: page.requestedBy,
      entity_ref: page.entityRef,
      requested_at: new Date(this.#now()),
    };
    await this.#pages()
      .where('requested_at', '<', this.#before(KEPT_MS))
      .delete();
    // An expired claim frees its key, but its page still counts.
    await this.#pages()
      .where({ key: row.key })
      .where('requested_at', '<=', this.#before(withinMs))
      .update({ key: `${row.key}:${randomUUID()}` });
    // One statement, so that only one of two processes succeeds.
    const claimed = await this.#pages()
      .insert(row)
      .onConflict('key')
      .ignore()
      .returning('key');
    return claimed.length > 0
      ? { key: row.key, requestedAt: row.requested_at }
      : undefined;
  }

  async release({ key, requestedAt }: TakenPageClaim): Promise<void> {
    // By its time as well, because a later claim can have the same key by now.
    await this.#pages().where({ key, requested_at: requestedAt }).delete();
  }

  async count(
    page: Pick<PageClaim, 'requestedBy' | 'entityRef'>,
    { withinMs }: { withinMs: number },
  ): Promise<{ ofUser: number; ofEntity: number }> {
    const countOf = async (where: Partial<PageRow>) => {
      const [{ count }] = await this.#pages()
        .where(where)
        .where('requested_at', '>', this.#before(withinMs))
        .count({ count: '*' });
      return Number(count);
    };
    return {
      ofUser: await countOf({ requested_by: page.requestedBy }),
      ofEntity: await countOf({ entity_ref: page.entityRef }),
    };
  }

  #pages() {
    return this.#db<PageRow>('oncall_pages');
  }

  #before(ms: number): Date {
    return new Date(this.#now() - ms);
  }
}

/** Of a fixed length, and without the message itself. */
function keyOf(page: PageClaim): string {
  const { requestedBy, entityRef, provider, target, message } = page;
  return createHash('sha256')
    .update(JSON.stringify([requestedBy, entityRef, provider, target, message]))
    .digest('hex');
}
