import { environmentKey } from '@backstage-handover/plugin-handover-common/environments';
import {
  addDays,
  DECISION_DAYS,
  type DecisionCount,
  dayOf,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isOneOf } from '../../entities/sql';
import type { DomainEventOutbox } from '../../events';
import { groupBy } from '../../groupBy';
import { removeInBatches } from '../../removeInBatches';
import { withoutNul } from '../../withoutNul';
import type { DecisionRecord, DecisionStore } from './DecisionStore';
import type { DecisionDayRow } from './tables';

type CountRow = Pick<
  DecisionDayRow,
  'entity_ref' | 'environment' | 'last_at'
> & {
  /** PostgreSQL gives sums as text. */
  total: number | string;
  open: number | string;
};

/** Counts recorded decisions in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseDecisionStore implements DecisionStore {
  readonly #db: Knex;
  readonly #outbox: DomainEventOutbox;

  /**
   * @param options.database - Its tables exist already.
   * @param options.outbox - In the same database.
   */
  static async create(options: {
    database: DatabaseService;
    outbox: DomainEventOutbox;
  }): Promise<DecisionStore> {
    const { database, outbox } = options;
    return new DatabaseDecisionStore(await database.getClient(), outbox);
  }

  private constructor(db: Knex, outbox: DomainEventOutbox) {
    this.#db = db;
    this.#outbox = outbox;
  }

  async record({ decision, recordedAt, event }: DecisionRecord): Promise<void> {
    const { environment, change, verdict } = decision;
    await this.#db.transaction(async tx => {
      if (change === 'deploy' || change === 'rollback') {
        const table = 'gate_decision_days';
        const open = verdict === 'open' ? 1 : 0;
        const added = (column: string, count: number) =>
          tx.raw('??.?? + ?', [table, column, count]);
        await tx<DecisionDayRow>(table)
          .insert({
            entity_ref: event.entityRef,
            environment: withoutNul(environmentKey(environment)),
            day: dayOf(recordedAt),
            open,
            total: 1,
            last_at: recordedAt,
          })
          .onConflict(['entity_ref', 'environment', 'day'])
          .merge({
            open: added('open', open),
            total: added('total', 1),
            // The clocks of two replicas can differ.
            last_at: tx.raw(
              'case when excluded.last_at > ??.last_at then excluded.last_at else ??.last_at end',
              [table, table],
            ),
          });
      }
      await this.#outbox.append([event], { transaction: tx });
    });
  }

  async readDecisionCounts(
    entityRefs: string[],
    now: Date,
  ): Promise<Map<string, DecisionCount[]>> {
    const rows: CountRow[] = await this.#db('gate_decision_days')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .where('day', '>', lastOutdated(now))
      .groupBy('entity_ref', 'environment')
      .select('entity_ref', 'environment')
      .sum({ total: 'total', open: 'open' })
      .max({ last_at: 'last_at' });
    const counts = rows.map(row => ({
      entityRef: row.entity_ref,
      environment: row.environment,
      total: Number(row.total),
      open: Number(row.open),
      last: new Date(row.last_at),
    }));
    return groupBy(counts, ({ entityRef }) => entityRef);
  }

  async removeOutdated(now: Date): Promise<number> {
    const key = ['entity_ref', 'environment', 'day'];
    return removeInBatches(limit =>
      this.#db<DecisionDayRow>('gate_decision_days')
        .whereIn(
          key,
          this.#db('gate_decision_days')
            .where('day', '<=', lastOutdated(now))
            .select(key)
            .limit(limit),
        )
        .delete(),
    );
  }
}

/**
 * The last day that facts do not look back to. Facts of delivery count from a
 * time of a day, and a decision can be from the day before its deployment. So
 * that each deployment they count has its decision, two more days are kept.
 */
function lastOutdated(now: Date): string {
  return addDays(dayOf(now), -DECISION_DAYS - 2);
}
