import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import { environmentKey } from '@backstage-handover/plugin-handover-common/environments';
import type { Knex } from 'knex';
import {
  DEPLOYMENT_COLUMNS,
  type DeploymentRow,
  type RunRow,
  toDeployment,
  toRunOfRow,
} from '../tables';

/**
 * The latest deployments of each environment, in one statement that reads no
 * more rows than it returns: one descent of the index for each of its names.
 *
 * @param options.environments - The keys of all names of each.
 */
export async function readLatest(
  db: Knex,
  entityRef: string,
  options: { environments: (readonly string[])[]; limit: number },
): Promise<{ deployments: Deployment[]; runs: Run[] }> {
  const { environments, limit } = options;
  if (environments.length === 0) {
    return { deployments: [], runs: [] };
  }
  const parts = environments.flat().map(environment =>
    // A part with a limit of its own must be a subquery on SQLite.
    db.select<DeploymentRow[]>('*').from(
      db<DeploymentRow>('delivery_deployments')
        .select(...DEPLOYMENT_COLUMNS)
        .where({
          entity_ref: entityRef,
          environment,
        })
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'provider', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
        .as('latest'),
    ),
  );
  const rows: DeploymentRow[] = await db.unionAll(parts);
  const deployments = rows.map(toDeployment);
  const inPlace = environments.flatMap(
    keys => latestInPlace(deployments, keys) ?? [],
  );
  return { deployments, runs: await readRuns(db, entityRef, inPlace) };
}

/** The current deployment of the environment with these keys. */
function latestInPlace(
  deployments: Deployment[],
  keys: readonly string[],
): Deployment | undefined {
  return deployments
    .filter(
      ({ environment, outcome }) =>
        outcome === 'succeeded' && keys.includes(environmentKey(environment)),
    )
    .reduce<Deployment | undefined>(
      (latest, each) =>
        // Those of one name come in order, the latest first.
        latest && Date.parse(latest.at) >= Date.parse(each.at) ? latest : each,
      undefined,
    );
}

/** The runs that made some deployments. */
async function readRuns(
  db: Knex,
  entityRef: string,
  deployments: Deployment[],
): Promise<Run[]> {
  const keys = deployments.flatMap(({ provider, runId }) =>
    runId === undefined ? [] : [[provider, runId]],
  );
  if (keys.length === 0) {
    return [];
  }
  const rows = await db<RunRow>('delivery_runs')
    .where('entity_ref', entityRef)
    .whereIn(['provider', 'id'], keys)
    .select('run');
  return rows.map(toRunOfRow);
}
