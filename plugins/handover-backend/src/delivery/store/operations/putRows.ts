import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import { environmentKey } from '@backstage-handover/plugin-handover-common/environments';
import type { Knex } from 'knex';
import type { DeploymentRow, RunRow } from '../tables';

/** Rows in one statement: bindings are limited. */
const BATCH = 200;

/**
 * Writes rows over those of the same key. Sorted by key, so that two processes
 * that write the same rows wait for each other instead of deadlocking.
 */
async function upsert<R extends { provider: string; id: string }>(
  tx: Knex,
  table: string,
  rows: R[],
): Promise<void> {
  // One statement must not write a row twice: the last one counts.
  const unique = [
    ...new Map(rows.map(row => [JSON.stringify([row.provider, row.id]), row])),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
  for (let start = 0; start < unique.length; start += BATCH) {
    await tx(table)
      .insert(unique.slice(start, start + BATCH))
      .onConflict(['entity_ref', 'provider', 'id'])
      .merge();
  }
}

export function toRunRow(
  entityRef: string,
  run: Run,
  options: { orderedAt: Date; claims?: string },
): RunRow {
  return {
    entity_ref: entityRef,
    provider: run.provider,
    id: run.id,
    ordered_at: options.orderedAt,
    run: JSON.stringify(run),
    claims: options.claims ?? null,
  };
}

export async function putRuns(tx: Knex, rows: RunRow[]): Promise<void> {
  await upsert(tx, 'delivery_runs', rows);
}

export function toDeploymentRow(
  entityRef: string,
  deployment: Deployment,
  options: { isRollback: boolean; artifactId?: string },
): DeploymentRow {
  return {
    entity_ref: entityRef,
    provider: deployment.provider,
    id: deployment.id,
    environment: environmentKey(deployment.environment),
    at: new Date(deployment.at),
    outcome: deployment.outcome,
    is_rollback: options.isRollback,
    taken_back: false,
    commit: deployment.commit ?? null,
    merged_at:
      deployment.mergedAt === undefined ? null : new Date(deployment.mergedAt),
    artifact_id: options.artifactId ?? null,
    deployment: JSON.stringify(deployment),
  };
}

export async function putDeployments(
  tx: Knex,
  rows: DeploymentRow[],
): Promise<void> {
  await upsert(tx, 'delivery_deployments', rows);
}
