import {
  DELIVERY_DAYS,
  type DeliveryFactInput,
  ROLLBACK_DAYS,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { Knex } from 'knex';
import { groupBy } from '../../../groupBy';
import { isOneOf } from '../../../entities/sql';
import type { DbTime, DeploymentRow, RunRow } from '../tables';
import { readFailing } from './readFailing';
import { productionAmong } from './readProduction';

type CountRow = Pick<
  DeploymentRow,
  'entity_ref' | 'environment' | 'outcome' | 'is_rollback'
> & {
  /** Within `DELIVERY_DAYS`, and within `ROLLBACK_DAYS`. */
  recent: number | string;
  longer: number | string;
  last: DbTime;
};

const DAY_MS = 86_400_000;

const NOTHING: Omit<DeliveryFactInput, 'connected' | 'failing'> = {
  productionDeployments: 0,
  failedProductionDeployments: 0,
  rollbacks: 0,
};

/** {@inheritDoc DeliveryFactReader.readFactStates} */
export async function readFactStates(
  db: Knex,
  entityRefs: string[],
  options: { environments: Environments; now: Date },
): Promise<Map<string, DeliveryFactInput>> {
  const { environments, now } = options;
  const [counts, withRuns, failing] = await Promise.all([
    readCounts(db, entityRefs, now),
    db<RunRow>('delivery_runs')
      .where(isOneOf(db, 'entity_ref', entityRefs))
      .distinct()
      .pluck('entity_ref'),
    readFailing(db, entityRefs),
  ]);
  const hasRuns = new Set(withRuns);
  const countsOf = groupBy(counts, row => row.entity_ref);
  return new Map(
    entityRefs.map(ref => {
      const rows = countsOf.get(ref) ?? [];
      return [
        ref,
        {
          connected: rows.length > 0 || hasRuns.has(ref),
          failing: failing.get(ref),
          ...(rows.length > 0 ? sumUp(rows, environments) : NOTHING),
        },
      ];
    }),
  );
}

async function readCounts(
  db: Knex,
  entityRefs: string[],
  now: Date,
): Promise<CountRow[]> {
  const countSince = (days: number, name: string) =>
    db.raw('sum(case when at >= ? then 1 else 0 end) as ??', [
      new Date(now.getTime() - days * DAY_MS),
      name,
    ]);
  const columns = ['entity_ref', 'environment', 'outcome', 'is_rollback'];
  return db('delivery_deployments')
    .where(isOneOf(db, 'entity_ref', entityRefs))
    .where('at', '<=', now)
    .groupBy(columns)
    .select(
      ...columns,
      countSince(DELIVERY_DAYS, 'recent'),
      countSince(ROLLBACK_DAYS, 'longer'),
      db.raw('max(at) as last'),
    );
}

function sumUp(
  rows: readonly CountRow[],
  environments: Environments,
): typeof NOTHING {
  const sum = (column: 'recent' | 'longer', of: readonly CountRow[]) =>
    of.reduce((total, row) => total + Number(row[column]), 0);
  const production = productionAmong(rows, environments);
  // Rows have keys, and each name of the environment has its own.
  const inProduction = rows.filter(
    ({ environment }) =>
      production !== undefined && environments.isSame(environment, production),
  );
  const succeeded = inProduction.filter(
    ({ outcome }) => outcome === 'succeeded',
  );
  const last = Math.max(
    ...succeeded.map(({ last: at }) => new Date(at).getTime()),
  );
  return {
    productionDeployments: sum('recent', succeeded),
    failedProductionDeployments: sum(
      'recent',
      inProduction.filter(({ outcome }) => outcome === 'failed'),
    ),
    rollbacks: sum(
      'longer',
      rows.filter(
        ({ is_rollback, outcome }) =>
          Boolean(is_rollback) && outcome === 'succeeded',
      ),
    ),
    ...(Number.isFinite(last) && { lastProductionDeployment: new Date(last) }),
  };
}
