import type { DocumentLink } from '@backstage-handover/plugin-handover-common/documents';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isOneOf } from '../../entities/sql';
import { groupBy } from '../../groupBy';
import { insertRows } from '../../insertRows';
import { migratedClient } from '../../migratedClient';
import type { WorkItem, WorkQueue } from '../../queue';
import type {
  LinkItem,
  LinkOutcome,
  LinkStore,
  MarkChanged,
  UsedLink,
} from './LinkStore';
import { recordOutcomes } from './operations/recordOutcomes';
import type { LinkDocumentRow, LinkRow, UseRow } from './tables';
import { LINKS_TOPIC } from './topic';

/** Keeps links in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseLinkStore implements LinkStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #now: () => Date;

  /**
   * @param options.queue - In the same database, with the same clock.
   * @param options.now - The clock, of the system unless given.
   */
  static async create(options: {
    database: DatabaseService;
    queue: WorkQueue;
    now?: () => Date;
  }): Promise<DatabaseLinkStore> {
    const { database, queue, now = () => new Date() } = options;
    return new DatabaseLinkStore(await migratedClient(database), queue, now);
  }

  private constructor(db: Knex, queue: WorkQueue, now: () => Date) {
    this.#db = db;
    this.#queue = queue;
    this.#now = now;
  }

  async readRevisions(
    entityRefs: readonly string[],
  ): Promise<Map<string, number>> {
    const rows: LinkDocumentRow[] = await this.#db<LinkDocumentRow>(
      'link_documents',
    )
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .select('entity_ref', 'revision');
    return new Map(rows.map(row => [row.entity_ref, row.revision]));
  }

  async replaceUses(
    documents: readonly {
      entityRef: string;
      revision: number;
      links: readonly DocumentLink[];
    }[],
  ): Promise<void> {
    // Rows are locked in one order, so that two processes cannot deadlock.
    const inOrder = [...documents].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    await this.#db.transaction(async tx => {
      // First, as it lets one process at a time replace the links of an entity.
      await insertRows<LinkDocumentRow>(
        tx,
        'link_documents',
        inOrder.map(({ entityRef, revision }) => ({
          entity_ref: entityRef,
          revision,
        })),
        { replaceOn: ['entity_ref'] },
      );
      const refs = inOrder.map(({ entityRef }) => entityRef);
      await tx<UseRow>('link_uses')
        .where(isOneOf(tx, 'entity_ref', refs))
        .delete();
      await insertRows<UseRow>(
        tx,
        'link_uses',
        inOrder.flatMap(({ entityRef, links }) =>
          links.map(({ path, url }) => ({ entity_ref: entityRef, path, url })),
        ),
      );
    });
  }

  async readUses(
    entityRefs: readonly string[],
  ): Promise<Map<string, UsedLink[]>> {
    const rows: {
      entity_ref: string;
      url: string;
      watched: string | null;
      state: LinkRow['state'];
    }[] = await this.#db('link_uses as u')
      .leftJoin('links as l', 'l.url', 'u.url')
      .where(isOneOf(this.#db, 'u.entity_ref', entityRefs))
      .distinct('u.entity_ref', 'u.url', 'l.url as watched', 'l.state')
      .orderBy('u.url');
    return new Map(
      [...groupBy(rows, row => row.entity_ref)].map(([ref, links]) => [
        ref,
        links.map(({ url, watched, state }) => ({
          url,
          isWatched: watched !== null,
          ...(state !== null && { state }),
        })),
      ]),
    );
  }

  async watch(urls: readonly string[]): Promise<void> {
    const dueAt = this.#now();
    await this.#db.transaction(async tx => {
      await this.#queue.add(
        LINKS_TOPIC,
        urls.map(key => ({ key, dueAt })),
        { transaction: tx },
      );
      await insertRows<Pick<LinkRow, 'url'>>(
        tx,
        'links',
        [...urls].sort().map(url => ({ url })),
        { ignoreOn: ['url'] },
      );
    });
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<LinkItem[]> {
    const claimed = await this.#queue.claim(LINKS_TOPIC, options);
    if (claimed.length === 0) {
      return [];
    }
    const used = new Set<string>(
      await this.#db('link_uses as u')
        .join('entities as e', 'e.entity_ref', 'u.entity_ref')
        .where(
          isOneOf(
            this.#db,
            'u.url',
            claimed.map(({ key }) => key),
          ),
        )
        .distinct('u.url')
        .pluck('u.url'),
    );
    return claimed.map(item => ({ ...item, isUsed: used.has(item.key) }));
  }

  async record(
    done: readonly { item: WorkItem; outcome: LinkOutcome }[],
    markChanged: MarkChanged,
  ): Promise<void> {
    await this.#db.transaction(tx =>
      recordOutcomes(tx, done, {
        queue: this.#queue,
        markChanged,
        now: this.#now(),
      }),
    );
  }

  async removeEntities(entityRefs: readonly string[]): Promise<void> {
    await this.#db.transaction(async tx => {
      await tx<LinkDocumentRow>('link_documents')
        .where(isOneOf(tx, 'entity_ref', entityRefs))
        .delete();
      await tx<UseRow>('link_uses')
        .where(isOneOf(tx, 'entity_ref', entityRefs))
        .delete();
    });
  }
}
