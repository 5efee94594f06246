import type { HandoverEventPage } from '@backstage-handover/plugin-handover-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { checkLimit } from '../../cursor';
import { insertRows } from '../../insertRows';
import type {
  DomainEventStore,
  EventTransaction,
  NewDomainEvent,
  RelayClaim,
  ReplayQuery,
} from './DomainEventStore';
import { type DomainEventRow, type RelayRow, toDomainEvent } from './tables';

/** Clocks of processes that share a database differ by this at most. */
const SKEW_MS = 60_000;

/** Rows removed in one statement, so that nobody waits long for a lock. */
const REMOVED_AT_ONCE = 5_000;

/** Keeps domain events in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseDomainEventStore implements DomainEventStore {
  readonly #db: Knex;
  readonly #now: () => Date;
  readonly #listeners: (() => void)[] = [];

  /**
   * @param options.database - Its tables exist already.
   * @param options.now - The clock, of the system unless given.
   */
  static async create(options: {
    database: DatabaseService;
    now?: () => Date;
  }): Promise<DomainEventStore> {
    const { database, now = () => new Date() } = options;
    return new DatabaseDomainEventStore(await database.getClient(), now);
  }

  private constructor(db: Knex, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  onCommitted(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async append(
    events: readonly NewDomainEvent[],
    { transaction }: { transaction?: EventTransaction } = {},
  ): Promise<void> {
    if (events.length === 0) {
      return;
    }
    if (!transaction) {
      await this.#db.transaction(tx =>
        this.append(events, { transaction: tx }),
      );
      return;
    }
    const at = this.#now();
    await insertRows(
      transaction,
      'domain_events',
      events.map(({ topic, entityRef, data }) => ({
        id: randomUUID(),
        topic,
        entity_ref: entityRef,
        at,
        data: JSON.stringify(data),
      })),
    );
    transaction.executionPromise.then(
      () => this.#listeners.forEach(listener => listener()),
      // Rolled back: there is no event.
      () => undefined,
    );
  }

  async replay(query: ReplayQuery): Promise<HandoverEventPage> {
    const { after = 0, topics } = query;
    const limit = checkLimit(query.limit);
    const relay = await readRelay(this.#db);
    // Read first: everything up to it can be seen.
    const last = Number(relay.last_sequence);
    const placed = () =>
      this.#db<DomainEventRow>('domain_events')
        .where('sequence', '>', after)
        .where('sequence', '<=', last)
        .orderBy('sequence');
    const first = await placed().first('sequence');
    const rows = await (topics ? placed().whereIn('topic', topics) : placed())
      .limit(limit + 1)
      .select();
    const hasMore = rows.length > limit;
    const items = rows.slice(0, limit).map(toDomainEvent);
    return {
      items,
      next: hasMore ? Number(rows[limit - 1].sequence) : Math.max(after, last),
      hasMore,
      // Sequences have no gaps except for what was removed.
      hasGap: last > after && (!first || Number(first.sequence) > after + 1),
    };
  }

  async claimRelay({ until }: { until: Date }) {
    const token = randomUUID();
    const now = this.#now();
    const count = await this.#db<RelayRow>('domain_event_relay')
      .where(free =>
        free
          .whereNull('claim_token')
          .orWhere('claimed_until', '<=', now)
          // Claimed before the clock was set back.
          .orWhere('claimed_until', '>', new Date(until.getTime() + SKEW_MS)),
      )
      .update({ claim_token: token, claimed_until: until });
    return count > 0 ? { token } : undefined;
  }

  async readUnpublished(claim: RelayClaim, { limit }: { limit: number }) {
    return this.#db.transaction(async tx => {
      const relay = await readRelay(tx, { lock: true });
      if (relay.claim_token !== claim.token) {
        return undefined;
      }
      await this.#place(tx, Number(relay.last_sequence), limit);
      const rows = await tx<DomainEventRow>('domain_events')
        .where('sequence', '>', relay.published_sequence)
        .orderBy('sequence')
        .limit(limit)
        .select();
      return { events: rows.map(toDomainEvent), failures: relay.failures };
    });
  }

  /**
   * Gives events that were committed their sequences. The row of the relay is
   * locked, so everything up to `last` is visible to whoever sees `last`.
   */
  async #place(
    tx: EventTransaction,
    last: number,
    limit: number,
  ): Promise<void> {
    await tx.raw(
      `update domain_events set sequence = unplaced.next
      from (
        select number, cast(? as bigint) + row_number() over (order by number) as next
        from domain_events where sequence is null order by number limit ?
      ) as unplaced
      where domain_events.number = unplaced.number`,
      [last, limit],
    );
    const [{ highest }] = await tx<DomainEventRow>('domain_events').max({
      highest: 'sequence',
    });
    if (Number(highest) > last) {
      await tx<RelayRow>('domain_event_relay').update({
        last_sequence: highest,
      });
    }
  }

  async markPublished(
    claim: RelayClaim,
    options: { sequence: number; until: Date },
  ): Promise<boolean> {
    const count = await this.#db<RelayRow>('domain_event_relay')
      .where('claim_token', claim.token)
      .update({
        published_sequence: options.sequence,
        claimed_until: options.until,
        failures: 0,
      });
    return count > 0;
  }

  async markFailed(claim: RelayClaim): Promise<void> {
    await this.#db<RelayRow>('domain_event_relay')
      .where('claim_token', claim.token)
      .increment('failures', 1);
  }

  async releaseRelay(claim: RelayClaim): Promise<void> {
    await this.#db<RelayRow>('domain_event_relay')
      .where('claim_token', claim.token)
      .update({ claim_token: null, claimed_until: null });
  }

  async removeBefore(time: Date): Promise<number> {
    const { published_sequence: published } = await readRelay(this.#db);
    let total = 0;
    for (;;) {
      const removed = await this.#db<DomainEventRow>('domain_events')
        .whereIn(
          'number',
          this.#db<DomainEventRow>('domain_events')
            .where('at', '<', time)
            .where('sequence', '<=', published)
            .select('number')
            .limit(REMOVED_AT_ONCE),
        )
        .delete();
      total += removed;
      if (removed < REMOVED_AT_ONCE) {
        return total;
      }
    }
  }
}

async function readRelay(
  db: Knex,
  options: { lock?: boolean } = {},
): Promise<RelayRow> {
  const query = db<RelayRow>('domain_event_relay').where('id', 1);
  const row = await (options.lock ? query.forUpdate() : query).first();
  if (!row) {
    throw new Error(`The table 'domain_event_relay' has lost its row`);
  }
  return row;
}
