import type { Knex } from 'knex';
import type {
  DeploymentRow,
  EventRow,
  ClaimsRow,
  RateLimitRow,
  RunRow,
  StartFailureRow,
  ViewRow,
} from '../tables';

/** Rows in one statement, so that nobody waits long for a lock. */
const BATCH = 5_000;

/** {@inheritdoc DeliveryStore.removeBefore} */
export async function removeBefore(db: Knex, time: Date): Promise<number> {
  let removed = 0;
  // What is deployed now may have been deployed long ago: of each environment
  // the last deployment that succeeded stays, and what came after it.
  const superseded = () =>
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
      .limit(BATCH);
  removed += await inBatches(() =>
    db('delivery_deployments')
      .whereIn(['entity_ref', 'provider', 'id'], superseded())
      .delete(),
  );
  removed += await inBatches(() =>
    db('delivery_runs')
      .whereIn(
        ['entity_ref', 'provider', 'id'],
        db<RunRow>('delivery_runs')
          .where('ordered_at', '<', time)
          .select('entity_ref', 'provider', 'id')
          .limit(BATCH),
      )
      .delete(),
  );
  await inBatches(() =>
    db('delivery_claims')
      .whereIn(
        ['entity_ref', 'kind', 'id'],
        db<ClaimsRow>('delivery_claims')
          .where('at', '<', time)
          .select('entity_ref', 'kind', 'id')
          .limit(BATCH),
      )
      .delete(),
  );
  await inBatches(() =>
    db('delivery_start_failures')
      .whereIn(
        ['entity_ref', 'provider', 'id', 'workload'],
        db<StartFailureRow>('delivery_start_failures')
          .where('since', '<', time)
          .select('entity_ref', 'provider', 'id', 'workload')
          .limit(BATCH),
      )
      .delete(),
  );
  await inBatches(() =>
    db('delivery_events')
      .whereIn(
        ['source', 'id'],
        db<EventRow>('delivery_events')
          .where('received_at', '<', time)
          .select('source', 'id')
          .limit(BATCH),
      )
      .delete(),
  );
  await inBatches(() =>
    db('delivery_views')
      .whereIn(
        'entity_ref',
        db<ViewRow>('delivery_views')
          .where('viewed_at', '<', time)
          .select('entity_ref')
          .limit(BATCH),
      )
      .delete(),
  );
  // There are few: one for each system.
  await db<RateLimitRow>('delivery_rate_limits')
    .where('retry_at', '<', time)
    .delete();
  return removed;
}

async function inBatches(remove: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await remove();
    total += removed;
    if (removed < BATCH) {
      return total;
    }
  }
}
