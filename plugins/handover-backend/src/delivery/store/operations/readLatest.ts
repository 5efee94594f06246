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
 * more rows than it returns: one descent of the index for each.
 */
export async function readLatest(
  db: Knex,
  entityRef: string,
  options: { environments: string[]; limit: number },
): Promise<{ deployments: Deployment[]; runs: Run[] }> {
  const { environments, limit } = options;
  if (environments.length === 0) {
    return { deployments: [], runs: [] };
  }
  const parts = environments.map(environment =>
    // A part with a limit of its own must be a subquery on SQLite.
    db.select<DeploymentRow[]>('*').from(
      db<DeploymentRow>('delivery_deployments')
        .select(...DEPLOYMENT_COLUMNS)
        .where({
          entity_ref: entityRef,
          environment: environmentKey(environment),
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
  return { deployments, runs: await readRuns(db, entityRef, deployments) };
}

/** The runs of what is in place, or was tried last, in each environment. */
async function readRuns(
  db: Knex,
  entityRef: string,
  deployments: Deployment[],
): Promise<Run[]> {
  const inPlace = new Map<string, Deployment>();
  for (const deployment of deployments) {
    if (
      deployment.outcome === 'succeeded' &&
      !inPlace.has(deployment.environment)
    ) {
      inPlace.set(deployment.environment, deployment);
    }
  }
  const keys = [...inPlace.values()].flatMap(({ provider, runId }) =>
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
