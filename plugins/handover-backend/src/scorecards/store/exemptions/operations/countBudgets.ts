import type { ExemptionBudgets } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { applyEntityFilter, isOneOf } from '../../../../entities/sql';
import type { ExemptionQuery } from '../ExemptionStore';

/** Owners that an answer has at most. */
const MAX_OWNERS = 500;

/** {@inheritDoc ExemptionStore.countBudgets} */
export async function countBudgets(
  db: Knex,
  query: Pick<ExemptionQuery, 'filter' | 'owner'>,
  budget: number,
): Promise<Pick<ExemptionBudgets, 'items' | 'omitted'>> {
  const exempt = db.raw(
    `sum(case when ?? = 'exempt' then 1 else 0 end)`,
    'o.outcome',
  );
  const counted: Knex.QueryBuilder = db('scorecard_outcomes as o')
    .join('entities as e', 'e.entity_ref', 'o.entity_ref')
    .whereNot('o.outcome', 'notApplicable')
    .groupBy('e.owner')
    .havingRaw('? > 0', [exempt])
    .select('e.owner as owner', db.raw('count(*) as checks'), {
      exempt,
    });
  if (query.filter) {
    applyEntityFilter(counted, {
      db,
      column: 'o.entity_ref',
      filter: query.filter,
    });
  }
  if (query.owner) {
    counted.where(isOneOf(db, 'e.owner', query.owner));
  }
  const rows: {
    owner: string | null;
    checks: number | string;
    exempt: number | string;
  }[] = await counted;
  const items = rows
    .map(row => {
      const [checks, exempted] = [Number(row.checks), Number(row.exempt)];
      return {
        owner: row.owner ?? '',
        exempt: exempted,
        checks,
        exceeded: exempted > budget * checks,
      };
    })
    .sort(
      (a, b) =>
        b.exempt / b.checks - a.exempt / a.checks ||
        (a.owner < b.owner ? -1 : 1),
    );
  return {
    items: items.slice(0, MAX_OWNERS),
    omitted: Math.max(0, items.length - MAX_OWNERS),
  };
}
