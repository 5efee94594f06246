import {
  DELIVERY_DAYS,
  type DeliveryFactInput,
  ROLLBACK_DAYS,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { groupBy } from '../../../groupBy';
import { isOneOf } from '../../../entities/sql';
import {
  type DbTime,
  type DeploymentRow,
  type ProviderRow,
  type RunRow,
  toIso,
} from '../tables';

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
  options: {
    productionAmong: (environments: string[]) => string | undefined;
    now: Date;
  },
): Promise<Map<string, DeliveryFactInput>> {
  const { productionAmong, now } = options;
  const [counts, withRuns, providers] = await Promise.all([
    readCounts(db, entityRefs, now),
    db<RunRow>('delivery_runs')
      .where(isOneOf(db, 'entity_ref', entityRefs))
      .distinct()
      .pluck('entity_ref'),
    db<ProviderRow>('delivery_providers')
      .where(isOneOf(db, 'entity_ref', entityRefs))
      .select('entity_ref', 'title', 'failing_since'),
  ]);
  const hasRuns = new Set(withRuns);
  const countsOf = groupBy(counts, row => row.entity_ref);
  const providersOf = groupBy(providers, row => row.entity_ref);
  return new Map(
    entityRefs.map(ref => {
      const rows = countsOf.get(ref) ?? [];
      const asked = providersOf.get(ref) ?? [];
      const failing = asked.find(({ failing_since }) => failing_since !== null);
      return [
        ref,
        {
          connected: rows.length > 0 || hasRuns.has(ref),
          ...(failing && {
            failing: `${failing.title} has not been readable since ${toIso(
              failing.failing_since!,
            )}`,
          }),
          ...(rows.length > 0 ? sumUp(rows, productionAmong) : NOTHING),
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
  productionAmong: (environments: string[]) => string | undefined,
): typeof NOTHING {
  const sum = (column: 'recent' | 'longer', of: readonly CountRow[]) =>
    of.reduce((total, row) => total + Number(row[column]), 0);
  const production = productionAmong([
    ...new Set(rows.map(({ environment }) => environment)),
  ]);
  const inProduction = rows.filter(
    ({ environment }) => environment === production,
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
