import type {
  InitiativeCounts,
  InitiativeDefinition,
  InitiativeProgress,
} from '@backstage-handover/plugin-handover-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { migratedClient } from '../../../migratedClient';
import type { WorkQueue } from '../../../queue';
import { withoutNul } from '../../../withoutNul';
import { SCORECARDS_TOPIC } from '../topic';
import type {
  InitiativeEntitiesQuery,
  InitiativeQuery,
  InitiativeStore,
  OpenInitiative,
  StoredInitiative,
} from './InitiativeStore';
import { countByDay } from './operations/countByDay';
import { countTeams, listDebts } from './operations/countTeams';
import { listEntities } from './operations/listEntities';
import { listInitiatives } from './operations/listInitiatives';
import { applyChanges } from './operations/recordProgress';
import {
  type CountRow,
  countColumns,
  selectEntities,
  toCounts,
} from './operations/selectEntities';
import {
  type InitiativeEntityRow,
  type InitiativeRow,
  toColumns,
  toInitiative,
} from './tables';

/** Keeps initiatives in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseInitiativeStore implements InitiativeStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #now: () => Date;

  /** @param options.queue - In the same database. */
  static async create(options: {
    database: DatabaseService;
    queue: WorkQueue;
    now?: () => Date;
  }): Promise<DatabaseInitiativeStore> {
    const { database, queue, now = () => new Date() } = options;
    return new DatabaseInitiativeStore(
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

  async list(query: InitiativeQuery) {
    return listInitiatives(this.#db, query);
  }

  async get(id: string): Promise<StoredInitiative | undefined> {
    const row = await this.#db<InitiativeRow>('initiatives')
      .where({ id })
      .first();
    return row && toInitiative(row);
  }

  async listOpen(): Promise<OpenInitiative[]> {
    const rows = await this.#db<InitiativeRow>('initiatives')
      .whereNot('status', 'closed')
      .orderBy('id')
      .select();
    return rows.map(toInitiative);
  }

  async listStarted(day: string): Promise<StoredInitiative[]> {
    const rows = await this.#db<InitiativeRow>('initiatives')
      .where('status', 'published')
      .where('starts_on', '<=', day)
      .orderBy(['ends_on', 'id'])
      .select();
    return rows.map(toInitiative);
  }

  async listForEntity(
    entityRef: string,
    day: string,
  ): Promise<(StoredInitiative & { progress: InitiativeProgress })[]> {
    const rows: (InitiativeRow & { progress: InitiativeProgress })[] =
      await this.#db('initiatives as i')
        .join('initiative_entities as m', 'm.initiative_id', 'i.id')
        .where('m.entity_ref', entityRef)
        .where('i.status', 'published')
        .where('i.starts_on', '<=', day)
        .orderBy(['i.ends_on', 'i.id'])
        .select('i.*', 'm.progress');
    return rows.map(row => ({
      ...toInitiative(row),
      progress: row.progress,
    }));
  }

  async add(
    definition: InitiativeDefinition,
    { by }: { by: string },
  ): Promise<StoredInitiative> {
    return this.#evaluated(async tx => {
      const [row] = await tx<InitiativeRow>('initiatives')
        .insert({
          id: randomUUID(),
          revision: 1,
          status: 'draft',
          ...toColumns(definition),
          created_by: by,
          created_at: this.#now(),
        })
        .returning('*');
      return toInitiative(row);
    });
  }

  async update(
    id: string,
    definition: InitiativeDefinition,
    { revision, reevaluates }: { revision: number; reevaluates: boolean },
  ): Promise<StoredInitiative | undefined> {
    const work = (db: Knex) =>
      change(db, {
        id,
        revision,
        from: ['draft', 'published'],
        values: toColumns(definition),
      });
    return reevaluates ? this.#evaluated(work) : work(this.#db);
  }

  async publish(
    id: string,
    { revision }: { revision: number },
  ): Promise<StoredInitiative | undefined> {
    return change(this.#db, {
      id,
      revision,
      from: ['draft'],
      values: { status: 'published', published_at: this.#now() },
    });
  }

  async close(
    id: string,
    options: { revision: number; by: string; note?: string },
  ): Promise<StoredInitiative | undefined> {
    const { revision, by, note } = options;
    return change(this.#db, {
      id,
      revision,
      from: ['published'],
      values: {
        status: 'closed',
        closed_by: by,
        closed_at: this.#now(),
        close_note: note === undefined ? null : withoutNul(note),
      },
    });
  }

  async deleteDraft(id: string): Promise<StoredInitiative | undefined> {
    return this.#db.transaction(async tx => {
      const row = await tx<InitiativeRow>('initiatives')
        .where({ id, status: 'draft' })
        .forUpdate()
        .first();
      if (!row) {
        return undefined;
      }
      await tx('initiatives').where({ id }).delete();
      for (const table of ['initiative_entities', 'initiative_changes']) {
        await tx(table).where('initiative_id', id).delete();
      }
      return toInitiative(row);
    });
  }

  async count(
    ids: string[],
    query: InitiativeEntitiesQuery,
  ): Promise<Map<string, InitiativeCounts>> {
    const rows: (CountRow & { id: string })[] = await selectEntities(
      this.#db,
      ids,
      query,
    )
      .groupBy('m.initiative_id')
      .select('m.initiative_id as id', countColumns(this.#db));
    return new Map(rows.map(row => [row.id, toCounts(row)]));
  }

  async countTeams(id: string, query: InitiativeEntitiesQuery) {
    return countTeams(this.#db, id, query);
  }

  async listDebts(ids: string[]) {
    return listDebts(this.#db, ids);
  }

  async countByDay(
    id: string,
    query: InitiativeEntitiesQuery & { from: string; to: string },
  ) {
    return countByDay(this.#db, id, query);
  }

  async listEntities(
    id: string,
    query: Parameters<InitiativeStore['listEntities']>[1],
  ) {
    return listEntities(this.#db, id, query);
  }

  async removeEntities(entityRefs: string[]): Promise<void> {
    await this.#db.transaction(async tx => {
      const rows: Pick<InitiativeEntityRow, 'initiative_id' | 'entity_ref'>[] =
        await tx('initiative_entities as m')
          .join('initiatives as i', 'i.id', 'm.initiative_id')
          .whereNot('i.status', 'closed')
          .whereIn('m.entity_ref', entityRefs)
          .select('m.initiative_id', 'm.entity_ref');
      const at = this.#now();
      await applyChanges(
        tx,
        rows.map(row => ({ ...row, at, progress: null })),
      );
    });
  }

  /** Makes a change after which every entity is evaluated, in one transaction. */
  async #evaluated<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#db.transaction(async tx => {
      await this.#queue.markAllDue(SCORECARDS_TOPIC, { transaction: tx });
      return work(tx);
    });
  }
}

/** Changes one that has a revision and one of the statuses. */
async function change(
  db: Knex,
  options: {
    id: string;
    revision: number;
    from: InitiativeRow['status'][];
    values: Partial<InitiativeRow>;
  },
): Promise<StoredInitiative | undefined> {
  const { id, revision, from, values } = options;
  const [row] = await db<InitiativeRow>('initiatives')
    .where({ id, revision })
    .whereIn('status', from)
    .update({ ...values, revision: revision + 1 })
    .returning('*');
  return row && toInitiative(row);
}
