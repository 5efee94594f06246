import type { Knex } from 'knex';
import type { DeploymentRow, RunRow, ViewRow } from '../tables';

/** {@inheritdoc DeliveryStore.listBusy} */
export async function listBusy(
  db: Knex,
  entityRefs: string[],
  since: { delivered: Date; viewed: Date },
): Promise<Set<string>> {
  if (entityRefs.length === 0) {
    return new Set();
  }
  const found = await Promise.all([
    db<RunRow>('delivery_runs')
      .whereIn('entity_ref', entityRefs)
      .where('ordered_at', '>=', since.delivered)
      .distinct()
      .pluck('entity_ref'),
    db<DeploymentRow>('delivery_deployments')
      .whereIn('entity_ref', entityRefs)
      .where('at', '>=', since.delivered)
      .distinct()
      .pluck('entity_ref'),
    db<ViewRow>('delivery_views')
      .whereIn('entity_ref', entityRefs)
      .where('viewed_at', '>=', since.viewed)
      .pluck('entity_ref'),
  ]);
  return new Set(found.flat());
}
