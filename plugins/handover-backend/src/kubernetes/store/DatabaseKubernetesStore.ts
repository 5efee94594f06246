import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isOneOf } from '../../entities/sql';
import { migratedClient } from '../../migratedClient';
import type { WorkItem, WorkQueue } from '../../queue';
import type {
  EntityAnnotations,
  KubernetesItem,
  KubernetesOutcome,
  KubernetesStore,
  MarkChanged,
  Reading,
  StoredReading,
} from './KubernetesStore';
import { expireReadings } from './operations/expireReadings';
import { follow } from './operations/follow';
import { recordOutcomes } from './operations/recordOutcomes';
import type { ReadingRow } from './tables';
import { KUBERNETES_TOPIC } from './topic';

/** Keeps readings in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseKubernetesStore implements KubernetesStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #maxAgeMs: number;
  readonly #now: () => Date;

  /**
   * @param options.queue - In the same database, with the same clock.
   * @param options.maxAgeMs - How old a reading can be that is believed.
   * @param options.now - The clock, of the system unless given.
   */
  static async create(options: {
    database: DatabaseService;
    queue: WorkQueue;
    maxAgeMs: number;
    now?: () => Date;
  }): Promise<DatabaseKubernetesStore> {
    return new DatabaseKubernetesStore(
      await migratedClient(options.database),
      options,
    );
  }

  private constructor(
    db: Knex,
    options: { queue: WorkQueue; maxAgeMs: number; now?: () => Date },
  ) {
    const { queue, maxAgeMs, now = () => new Date() } = options;
    this.#db = db;
    this.#queue = queue;
    this.#maxAgeMs = maxAgeMs;
    this.#now = now;
  }

  async follow(
    entities: ReadonlyMap<string, EntityAnnotations | undefined>,
    markChanged: MarkChanged,
  ): Promise<void> {
    await follow(this.#db, entities, {
      queue: this.#queue,
      markChanged,
      now: this.#now(),
    });
  }

  async readReadings(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredReading | undefined>> {
    const rows: ReadingRow[] = await this.#db<ReadingRow>('kubernetes_readings')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .select('entity_ref', 'reading', 'problem', 'read_at');
    return new Map(rows.map(row => [row.entity_ref, toStoredReading(row)]));
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<KubernetesItem[]> {
    const claimed = await this.#queue.claim(KUBERNETES_TOPIC, options);
    if (claimed.length === 0) {
      return [];
    }
    const keys = claimed.map(({ key }) => key);
    const rows: Pick<ReadingRow, 'entity_ref' | 'annotations'>[] =
      await this.#db<ReadingRow>('kubernetes_readings')
        .where(isOneOf(this.#db, 'entity_ref', keys))
        .select('entity_ref', 'annotations');
    const annotationsOf = new Map(
      rows.map(row => [row.entity_ref, JSON.parse(row.annotations)]),
    );
    return claimed.map(item => ({
      ...item,
      annotations: annotationsOf.get(item.key),
    }));
  }

  async record(
    done: readonly { item: WorkItem; outcome: KubernetesOutcome }[],
    markChanged: MarkChanged,
  ): Promise<void> {
    await this.#db.transaction(tx =>
      recordOutcomes(tx, done, {
        queue: this.#queue,
        markChanged,
        maxAgeMs: this.#maxAgeMs,
        now: this.#now(),
      }),
    );
  }

  async expireReadings(markChanged: MarkChanged): Promise<void> {
    await expireReadings(this.#db, {
      queue: this.#queue,
      markChanged,
      before: new Date(this.#now().getTime() - this.#maxAgeMs),
    });
  }

  async removeEntities(entityRefs: readonly string[]): Promise<void> {
    await this.#db.transaction(async tx => {
      await this.#queue.remove(KUBERNETES_TOPIC, entityRefs, {
        transaction: tx,
      });
      await tx<ReadingRow>('kubernetes_readings')
        .where(isOneOf(tx, 'entity_ref', entityRefs))
        .delete();
    });
  }
}

function toStoredReading({
  reading,
  problem,
  read_at: readAt,
}: ReadingRow): StoredReading | undefined {
  if (readAt === null) {
    return undefined;
  }
  const read: Reading =
    reading === null
      ? { problem: problem ?? 'the reason is not known' }
      : { clusters: JSON.parse(reading) };
  return { reading: read, readAt: new Date(readAt) };
}
