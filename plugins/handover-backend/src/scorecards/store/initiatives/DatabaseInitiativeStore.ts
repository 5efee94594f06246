import type {
  InitiativeCounts,
  InitiativeDefinition,
  InitiativeProgress,
} from '@backstage-handover/plugin-handover-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { selectScope } from '../../../entities/sql';
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
import { applyChanges, lockOpen } from './operations/recordProgress';
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
    const now = this.#now();
    return this.#db.transaction(async tx => {
      await this.#markDue(tx, await selectRefs(tx, definition));
      const [row] = await tx<InitiativeRow>('initiatives')
        .insert({
          id: randomUUID(),
          revision: 1,
          status: 'draft',
          ...toColumns(definition),
          created_by: by,
          created_at: now,
          measured_at: now,
        })
        .returning('*');
      return toInitiative(row);
    });
  }

  async update(
    id: string,
    definition: InitiativeDefinition,
    options: { revision: number; reevaluates: boolean; announced?: number },
  ): Promise<StoredInitiative | undefined> {
    const { revision, reevaluates, announced } = options;
    const now = this.#now();
    return this.#db.transaction(async tx => {
      if (reevaluates) {
        // Items of the queue come first, as in every transaction.
        await this.#markDue(tx, [
          ...(await selectMembers(tx, id)),
          ...(await selectRefs(tx, definition)),
        ]);
      }
      const changed = await change(tx, {
        id,
        revision,
        from: ['draft', 'published'],
        values: {
          ...toColumns(definition),
          announced: announced ?? null,
          ...(reevaluates && { measured_at: now }),
        },
      });
      if (changed && reevaluates) {
        await forgetProgress(tx, id, now);
      }
      return changed;
    });
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
    return this.#db.transaction(async tx => {
      const closed = await change(tx, {
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
      if (closed) {
        await tx('initiative_entities')
          .where('initiative_id', id)
          .update({
            owner: tx('entities as e')
              .where('e.entity_ref', tx.ref('initiative_entities.entity_ref'))
              .select('e.owner'),
          });
      }
      return closed;
    });
  }

  async deleteDraft(
    id: string,
    { revision }: { revision: number },
  ): Promise<StoredInitiative | undefined> {
    return this.#db.transaction(async tx => {
      const row = await tx<InitiativeRow>('initiatives')
        .where({ id, revision, status: 'draft' })
        .forUpdate()
        .first();
      if (!row) {
        return undefined;
      }
      await deleteAll(tx, id);
      return toInitiative(row);
    });
  }

  async removeClosedBefore(time: Date): Promise<number> {
    const ids = await this.#db<InitiativeRow>('initiatives')
      .where('status', 'closed')
      .where('closed_at', '<', time)
      .orderBy('id')
      .pluck('id');
    for (const id of ids) {
      // Closed ones do not change any more, so nobody waits for the locks.
      await this.#db.transaction(tx => deleteAll(tx, id));
    }
    return ids.length;
  }

  async recordAnnounced(
    orders: ReadonlyMap<string, number>,
    { day }: { day: string },
  ): Promise<void> {
    await this.#db.transaction(async tx => {
      for (const [id, announced] of orders) {
        await tx<InitiativeRow>('initiatives')
          .where({ id })
          .update({ announced, announced_on: day });
      }
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
    const at = this.#now();
    await this.#db.transaction(async tx => {
      const members = () =>
        tx<InitiativeEntityRow>('initiative_entities').whereIn(
          'entity_ref',
          entityRefs,
        );
      const open = await lockOpen(
        tx,
        await members().distinct().pluck('initiative_id'),
      );
      const rows = await members()
        .whereIn('initiative_id', open)
        .select('initiative_id', 'entity_ref', 'progress');
      await applyChanges(
        tx,
        rows.map(({ progress, ...row }) => ({
          ...row,
          at,
          previous: progress,
          progress: null,
        })),
      );
    });
  }

  async #markDue(
    transaction: Knex.Transaction,
    entityRefs: readonly string[],
  ): Promise<void> {
    await this.#queue.markDue(SCORECARDS_TOPIC, [...new Set(entityRefs)], {
      transaction,
    });
  }
}

/** The evaluated entities of a scorecard that are in the scope of an initiative. */
async function selectRefs(
  db: Knex,
  { scorecard, scope = {} }: Pick<InitiativeDefinition, 'scorecard' | 'scope'>,
): Promise<string[]> {
  return db('scorecard_results')
    .where({ scorecard })
    .whereIn('entity_ref', selectScope(db, scope))
    .pluck('entity_ref');
}

async function selectMembers(db: Knex, id: string): Promise<string[]> {
  return db<InitiativeEntityRow>('initiative_entities')
    .where('initiative_id', id)
    .pluck('entity_ref');
}

/** What was reached says nothing of another target. */
async function forgetProgress(
  tx: Knex.Transaction,
  id: string,
  at: Date,
): Promise<void> {
  const known = () =>
    tx<InitiativeEntityRow>('initiative_entities')
      .where('initiative_id', id)
      .whereNot('progress', 'unknown');
  const rows = await known().select('initiative_id', 'entity_ref', 'progress');
  await applyChanges(
    tx,
    rows.map(({ progress, ...row }) => ({
      ...row,
      at,
      previous: progress,
      progress: 'unknown',
    })),
  );
}

/** Deletes an initiative with its progress and its burn-up. */
async function deleteAll(tx: Knex.Transaction, id: string): Promise<void> {
  await tx('initiatives').where({ id }).delete();
  for (const table of ['initiative_entities', 'initiative_changes']) {
    await tx(table).where('initiative_id', id).delete();
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
