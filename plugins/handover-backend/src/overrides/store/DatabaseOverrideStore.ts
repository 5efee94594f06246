import type { Override } from '@backstage-handover/plugin-handover-common';
import { environmentKey } from '@backstage-handover/plugin-handover-common/environments';
import type { GateOverride } from '@backstage-handover/plugin-handover-common/gate';
import { OVERRIDE_TRANSITIONS } from '@backstage-handover/plugin-handover-common/overrides';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isOneOf } from '../../entities/sql';
import type { DomainEventOutbox } from '../../events';
import { insertRows } from '../../insertRows';
import { migratedClient } from '../../migratedClient';
import { removeInBatches } from '../../removeInBatches';
import { withoutNul } from '../../withoutNul';
import { listOverrides } from './operations/listOverrides';
import { readEnvironments } from './operations/readEnvironments';
import type {
  NewOverride,
  OverrideChange,
  OverrideQuery,
  OverrideStore,
} from './OverrideStore';
import {
  type ListedRow,
  type OverrideRow,
  toGateOverride,
  toOverride,
} from './tables';

/** Open overrides of an entity; the gate takes twice as many. */
const MAX_OPEN = 50;

/** Keeps overrides in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseOverrideStore implements OverrideStore {
  readonly #db: Knex;
  readonly #outbox: DomainEventOutbox;
  readonly #now: () => Date;

  /** @param options.outbox - In the same database. */
  static async create(options: {
    database: DatabaseService;
    outbox: DomainEventOutbox;
    now?: () => Date;
  }): Promise<OverrideStore> {
    const { database, outbox, now = () => new Date() } = options;
    return new DatabaseOverrideStore(
      await migratedClient(database),
      outbox,
      now,
    );
  }

  private constructor(db: Knex, outbox: DomainEventOutbox, now: () => Date) {
    this.#db = db;
    this.#outbox = outbox;
    this.#now = now;
  }

  async list(query: OverrideQuery) {
    return listOverrides(this.#db, query, this.#now());
  }

  async get(entityRef: string, id: string): Promise<Override | undefined> {
    const rows: ListedRow[] = await this.#listed()
      .where('o.id', id)
      .where('o.entity_ref', entityRef);
    return (await this.#toOverrides(rows)).at(0);
  }

  async add(override: NewOverride): Promise<Override | undefined> {
    const now = this.#now();
    const { entityRef, environments, artifact, isApproved } = override;
    const by = lower(override.by);
    return this.#db.transaction(async tx => {
      const [{ count }] = await tx<OverrideRow>('overrides')
        .where({ entity_ref: entityRef })
        .whereIn('status', ['requested', 'approved'])
        .where('until_at', '>', now)
        .count({ count: '*' });
      if (Number(count) >= MAX_OPEN) {
        return undefined;
      }
      const row: OverrideRow = {
        id: randomUUID(),
        entity_ref: entityRef,
        status: isApproved ? 'approved' : 'requested',
        artifact_name: orNull(artifact?.name),
        artifact_version: orNull(artifact?.version),
        artifact_digest: orNull(artifact?.digest),
        from_at: override.from,
        until_at: override.until,
        reason: withoutNul(override.reason),
        ticket: orNull(override.ticket),
        requested_by: by,
        requested_at: now,
        decided_by: isApproved ? by : null,
        decided_at: isApproved ? now : null,
        decision_note: null,
        ended_by: null,
        ended_at: null,
        end_note: null,
      };
      await tx('overrides').insert(row);
      const names = environments.map(withoutNul);
      await insertRows(
        tx,
        'override_environments',
        names.map((environment, position) => ({
          override_id: row.id,
          environment_key: environmentKey(environment),
          environment,
          position,
        })),
      );
      return this.#publish(tx, row, { by, now });
    });
  }

  async change(
    entityRef: string,
    id: string,
    { action, by: user, note }: OverrideChange,
  ): Promise<Override | undefined> {
    const now = this.#now();
    const by = lower(user);
    const { from, to } = OVERRIDE_TRANSITIONS[action];
    const decides = action === 'approve' || action === 'deny';
    return this.#db.transaction(async tx => {
      const update = tx<OverrideRow>('overrides')
        .where({ id, entity_ref: entityRef })
        .whereIn('status', [...from])
        .where('until_at', '>', now);
      if (action === 'approve') {
        update.whereNot('requested_by', by);
      }
      const [row]: OverrideRow[] = await update
        .update({
          status: to,
          ...(decides
            ? { decided_by: by, decided_at: now, decision_note: orNull(note) }
            : { ended_by: by, ended_at: now, end_note: orNull(note) }),
          // It was not in force before.
          ...(action === 'approve' && {
            from_at: tx.raw('case when ?? < ? then ? else ?? end', [
              'from_at',
              now,
              now,
              'from_at',
            ]),
          }),
        })
        .returning('*');
      return row && this.#publish(tx, row, { by, now });
    });
  }

  async listApproved(entityRef: string, at: Date): Promise<GateOverride[]> {
    const rows = await this.#db<OverrideRow>('overrides')
      .where({ entity_ref: entityRef, status: 'approved' })
      .where('until_at', '>', at)
      .orderBy(['from_at', 'id'])
      .limit(2 * MAX_OPEN)
      .select();
    const environments = await readEnvironments(
      this.#db,
      rows.map(({ id }) => id),
    );
    return rows.map(row => toGateOverride(row, environments.get(row.id) ?? []));
  }

  async listChanged(since: Date): Promise<Override[]> {
    return this.#toOverrides(
      await this.#listed()
        .where('o.requested_at', '>=', since)
        .orWhere('o.decided_at', '>=', since)
        .orWhere('o.ended_at', '>=', since)
        .orderBy('o.id'),
    );
  }

  async endAll(
    entityRefs: string[],
    { by, note }: { by: string; note: string },
  ): Promise<void> {
    const now = this.#now();
    await this.#db<OverrideRow>('overrides')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .whereIn('status', ['requested', 'approved'])
      .where('until_at', '>', now)
      .update({
        status: 'withdrawn',
        ended_by: by,
        ended_at: now,
        end_note: note,
      });
  }

  async removeBefore(time: Date): Promise<number> {
    return removeInBatches(limit =>
      this.#db.transaction(tx => removeSomeBefore(tx, time, limit)),
    );
  }

  #listed(): Knex.QueryBuilder {
    return this.#db('overrides as o')
      .leftJoin('entities as e', 'e.entity_ref', 'o.entity_ref')
      .select('o.*', 'e.title as entity_title', 'e.owner as owner');
  }

  async #toOverrides(rows: ListedRow[]): Promise<Override[]> {
    const environments = await readEnvironments(
      this.#db,
      rows.map(({ id }) => id),
    );
    const now = this.#now();
    return rows.map(row =>
      toOverride(row, environments.get(row.id) ?? [], now),
    );
  }

  async #publish(
    tx: Knex.Transaction,
    row: OverrideRow,
    { by, now }: { by: string; now: Date },
  ): Promise<Override> {
    const environments = await readEnvironments(tx, [row.id]);
    const override = toOverride(row, environments.get(row.id) ?? [], now);
    const { artifact } = override;
    await this.#outbox.append(
      [
        {
          topic: 'handover.override.changed',
          entityRef: override.entityRef,
          data: {
            overrideId: override.id,
            status: row.status,
            environments: override.environments,
            ...(artifact && { artifact }),
            by,
            from: override.from,
            until: override.until,
          },
        },
      ],
      { transaction: tx },
    );
    return override;
  }
}

/** @returns how many. */
async function removeSomeBefore(
  tx: Knex.Transaction,
  time: Date,
  limit: number,
): Promise<number> {
  const ids: string[] = await tx<OverrideRow>('overrides')
    .where('until_at', '<', time)
    .limit(limit)
    .pluck('id');
  await tx('override_environments')
    .where(isOneOf(tx, 'override_id', ids))
    .delete();
  return tx<OverrideRow>('overrides').where(isOneOf(tx, 'id', ids)).delete();
}

function orNull(text: string | undefined): string | null {
  return text === undefined ? null : withoutNul(text);
}

/** References are the same whatever their case. */
function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
