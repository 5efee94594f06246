import { rolledBack } from '@backstage-handover/plugin-handover-common/delivery';
import type { Knex } from 'knex';
import { type DeploymentRow, toIso } from '../tables';

/**
 * Says again which deployments of an environment a rollback took back. Made
 * from all that is stored of it, so that it is the same whatever order they
 * came in. Costs one look at an index where nothing was ever rolled back.
 *
 * @param keys - Those of all names of the environment.
 */
export async function markRolledBack(
  tx: Knex,
  entityRef: string,
  keys: readonly string[],
): Promise<void> {
  const deploymentsOf = () =>
    tx<DeploymentRow>('delivery_deployments')
      .where({ entity_ref: entityRef })
      .whereIn('environment', keys);
  const rollback = await deploymentsOf()
    .where({ is_rollback: true })
    .first('id');
  if (!rollback) {
    return;
  }
  const rows = await deploymentsOf().select(
    'provider',
    'id',
    'at',
    'outcome',
    'is_rollback',
    'taken_back',
  );
  const deployments = rows.map(row => ({
    ...row,
    at: toIso(row.at),
    isRollback: Boolean(row.is_rollback),
  }));
  const taken = rolledBack(deployments);
  for (const row of deployments) {
    if (Boolean(row.taken_back) !== taken.has(row)) {
      await tx<DeploymentRow>('delivery_deployments')
        .where({ entity_ref: entityRef, provider: row.provider, id: row.id })
        .update({ taken_back: taken.has(row) });
    }
  }
}
