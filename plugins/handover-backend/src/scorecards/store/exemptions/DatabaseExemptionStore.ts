import type { Exemption } from '@backstage-handover/plugin-handover-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isOneOf } from '../../../entities/sql';
import type { DomainEventOutbox } from '../../../events';
import { groupBy } from '../../../groupBy';
import { migratedClient } from '../../../migratedClient';
import type { WorkQueue } from '../../../queue';
import { removeInBatches } from '../../../removeInBatches';
import { withoutNul } from '../../../withoutNul';
import { SCORECARDS_TOPIC } from '../topic';
import type {
  ExemptionInForce,
  ExemptionQuery,
  ExemptionStore,
  NewExemption,
} from './ExemptionStore';
import { countBudgets } from './operations/countBudgets';
import { listEnding } from './operations/listEnding';
import { listExemptions } from './operations/listExemptions';
import { type ExemptionRow, toExemption } from './tables';

/** Keeps exemptions in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseExemptionStore implements ExemptionStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #outbox: DomainEventOutbox;
  readonly #now: () => Date;

  /** @param options.queue - In the same database, as the outbox. */
  static async create(options: {
    database: DatabaseService;
    queue: WorkQueue;
    outbox: DomainEventOutbox;
    now?: () => Date;
  }): Promise<DatabaseExemptionStore> {
    const { database, queue, outbox, now = () => new Date() } = options;
    return new DatabaseExemptionStore(
      await migratedClient(database),
      queue,
      outbox,
      now,
    );
  }

  private constructor(
    db: Knex,
    queue: WorkQueue,
    outbox: DomainEventOutbox,
    now: () => Date,
  ) {
    this.#db = db;
    this.#queue = queue;
    this.#outbox = outbox;
    this.#now = now;
  }

  async list(query: ExemptionQuery) {
    return listExemptions(this.#db, query, this.#now());
  }

  async get(entityRef: string, id: string): Promise<Exemption | undefined> {
    const row: ExemptionRow | undefined = await this.#db('exemptions as x')
      .leftJoin('entities as e', 'e.entity_ref', 'x.entity_ref')
      .where({ 'x.id': id, 'x.entity_ref': entityRef })
      .first('x.*', 'e.title as entity_title');
    return row && toExemption(row, this.#now());
  }

  async add(exemption: NewExemption): Promise<Exemption | undefined> {
    const now = this.#now();
    const { entityRef, scorecard, check, by } = exemption;
    return this.#db.transaction(async tx => {
      // A request whose time is over must not stand in the way of the next.
      await tx<ExemptionRow>('exemptions')
        .where({ entity_ref: entityRef, scorecard, check_id: check })
        .where({ state: 'requested' })
        .where('expires_at', '<=', now)
        .update({ state: 'expired' });
      const [row] = await tx<ExemptionRow>('exemptions')
        .insert({
          id: randomUUID(),
          entity_ref: entityRef,
          scorecard,
          check_id: check,
          state: 'requested',
          reason: withoutNul(exemption.reason),
          evidence: exemption.evidence ? withoutNul(exemption.evidence) : null,
          requested_by: by,
          requested_at: now,
          expires_at: exemption.expiresAt,
        })
        .onConflict(
          tx.raw(`(entity_ref, scorecard, check_id) where state = 'requested'`),
        )
        .ignore()
        .returning('*');
      return row && this.#publish(tx, row, by, now);
    });
  }

  async decide(
    entityRef: string,
    id: string,
    change: Parameters<ExemptionStore['decide']>[2],
  ): Promise<Exemption | undefined> {
    const { state, by, note } = change;
    return this.#change(entityRef, id, {
      from: ['requested'],
      by,
      values: now => ({
        state,
        decided_by: by,
        decided_at: now,
        decision_note: note === undefined ? null : withoutNul(note),
      }),
    });
  }

  async end(
    entityRef: string,
    id: string,
    change: Parameters<ExemptionStore['end']>[2],
  ): Promise<Exemption | undefined> {
    const { from, state, by, note } = change;
    return this.#change(entityRef, id, {
      from,
      by,
      values: now => ({
        state,
        ended_by: by,
        ended_at: now,
        end_note: note === undefined ? null : withoutNul(note),
      }),
    });
  }

  async readInForce(
    entityRefs: string[],
    at: Date,
  ): Promise<Map<string, ExemptionInForce[]>> {
    const rows = await this.#db<ExemptionRow>('exemptions')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .where({ state: 'approved' })
      .where('expires_at', '>', at)
      .select('entity_ref', 'scorecard', 'check_id', 'expires_at');
    return new Map(
      [...groupBy(rows, row => row.entity_ref)].map(([ref, each]) => [
        ref,
        each.map(row => ({
          scorecard: row.scorecard,
          check: row.check_id,
          until: new Date(row.expires_at),
        })),
      ]),
    );
  }

  async listEnding(range: { after: Date; before: Date }) {
    return listEnding(this.#db, range);
  }

  async listOpen(entityRefs: string[]): Promise<Exemption[]> {
    const now = this.#now();
    const rows = await this.#db<ExemptionRow>('exemptions')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .whereIn('state', ['requested', 'approved'])
      .where('expires_at', '>', now)
      .orderBy('requested_at', 'desc')
      .select();
    return rows.map(row => toExemption(row, now));
  }

  async listChanged(since: Date): Promise<Exemption[]> {
    const rows = await this.#db<ExemptionRow>('exemptions')
      .where('requested_at', '>=', since)
      .orWhere('decided_at', '>=', since)
      .orWhere('ended_at', '>=', since)
      .orderBy('id')
      .select();
    return rows.map(row => toExemption(row, this.#now()));
  }

  async endAll(
    entityRefs: string[],
    { by, note }: { by: string; note: string },
  ): Promise<void> {
    const now = this.#now();
    await this.#db<ExemptionRow>('exemptions')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .whereIn('state', ['requested', 'approved'])
      .where('expires_at', '>', now)
      .update({
        state: 'withdrawn',
        ended_by: by,
        ended_at: now,
        end_note: note,
      });
  }

  async removeBefore(time: Date): Promise<number> {
    return removeInBatches(limit =>
      this.#db<ExemptionRow>('exemptions')
        .whereIn(
          'id',
          this.#db('exemptions')
            .where('expires_at', '<', time)
            .select('id')
            .limit(limit),
        )
        .delete(),
    );
  }

  async countBudgets(
    query: Pick<ExemptionQuery, 'filter' | 'owner'>,
    budget: number,
  ) {
    return countBudgets(this.#db, query, budget);
  }

  /** Changes an open exemption whose time is not over, once. */
  async #change(
    entityRef: string,
    id: string,
    options: {
      from: ('requested' | 'approved')[];
      by: string;
      values: (now: Date) => Partial<ExemptionRow>;
    },
  ): Promise<Exemption | undefined> {
    const now = this.#now();
    return this.#db.transaction(async tx => {
      // Its effect must not depend on a process that hears of the event.
      await this.#queue.markDue(SCORECARDS_TOPIC, [entityRef], {
        transaction: tx,
      });
      const [row] = await tx<ExemptionRow>('exemptions')
        .where({ id, entity_ref: entityRef })
        .whereIn('state', options.from)
        .where('expires_at', '>', now)
        .update(options.values(now))
        .returning('*');
      return row && this.#publish(tx, row, options.by, now);
    });
  }

  async #publish(
    transaction: Knex.Transaction,
    row: ExemptionRow,
    by: string,
    now: Date,
  ): Promise<Exemption> {
    const exemption = toExemption(row, now);
    await this.#outbox.append(
      [
        {
          topic: 'handover.exemption.changed',
          entityRef: exemption.entityRef,
          data: {
            exemptionId: exemption.id,
            scorecard: exemption.scorecard,
            check: exemption.check,
            state: exemption.state,
            by,
            expiresAt: exemption.expiresAt,
          },
        },
      ],
      { transaction },
    );
    return exemption;
  }
}
