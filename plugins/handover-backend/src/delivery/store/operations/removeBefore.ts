import type { Knex } from 'knex';
import { removeInBatches } from '../../../removeInBatches';
import type {
  DeploymentRow,
  EventRow,
  ClaimsRow,
  RateLimitRow,
  RunRow,
  StartFailureRow,
  ViewRow,
} from '../tables';

/** {@inheritdoc DeliveryStore.removeBefore} */
export async function removeBefore(db: Knex, time: Date): Promise<number> {
  let removed = 0;
  // What is deployed now may have been deployed long ago: of each environment
  // the last deployment that succeeded stays, and what came after it.
  const superseded = (limit: number) =>
    db<DeploymentRow>('delivery_deployments as old')
      .where('old.at', '<', time)
      .whereExists(
        db('delivery_deployments as newer')
          .select(db.raw('1'))
          .where('newer.entity_ref', db.ref('old.entity_ref'))
          .where('newer.environment', db.ref('old.environment'))
          .where('newer.outcome', 'succeeded')
          .where('newer.taken_back', false)
          .where('newer.at', '>', db.ref('old.at')),
      )
      .select('old.entity_ref', 'old.provider', 'old.id')
      .limit(limit);
  removed += await removeInBatches(limit =>
    db('delivery_deployments')
      .whereIn(['entity_ref', 'provider', 'id'], superseded(limit))
      .delete(),
  );
  removed += await removeInBatches(limit =>
    db('delivery_runs')
      .whereIn(
        ['entity_ref', 'provider', 'id'],
        db<RunRow>('delivery_runs')
          .where('ordered_at', '<', time)
          .select('entity_ref', 'provider', 'id')
          .limit(limit),
      )
      .delete(),
  );
  await removeInBatches(limit =>
    db('delivery_claims')
      .whereIn(
        ['entity_ref', 'kind', 'id'],
        db<ClaimsRow>('delivery_claims')
          .where('at', '<', time)
          .select('entity_ref', 'kind', 'id')
          .limit(limit),
      )
      .delete(),
  );
  await removeInBatches(limit =>
    db('delivery_start_failures')
      .whereIn(
        ['entity_ref', 'provider', 'id', 'workload'],
        db<StartFailureRow>('delivery_start_failures')
          .where('since', '<', time)
          .select('entity_ref', 'provider', 'id', 'workload')
          .limit(limit),
      )
      .delete(),
  );
  await removeInBatches(limit =>
    db('delivery_events')
      .whereIn(
        ['source', 'id'],
        db<EventRow>('delivery_events')
          .where('received_at', '<', time)
          .select('source', 'id')
          .limit(limit),
      )
      .delete(),
  );
  await removeInBatches(limit =>
    db('delivery_views')
      .whereIn(
        'entity_ref',
        db<ViewRow>('delivery_views')
          .where('viewed_at', '<', time)
          .select('entity_ref')
          .limit(limit),
      )
      .delete(),
  );
  // There are few: one for each system.
  await db<RateLimitRow>('delivery_rate_limits')
    .where('retry_at', '<', time)
    .delete();
  return removed;
}
