import type { StartFailure } from '@backstage-handover/plugin-handover-common/delivery';
import type { Knex } from 'knex';
import { groupBy } from '../../../groupBy';
import { type DbTime, type StartFailureRow, toIso } from '../tables';

type Key = { provider: string; id: string };

/**
 * Deployments of an entity whose releases did not start, with all of their
 * workloads taken together.
 */
export async function readStartFailures(
  db: Knex,
  entityRef: string,
  { since }: { since: Date },
): Promise<(deployment: Key) => StartFailure | undefined> {
  const rows = await db<StartFailureRow>('delivery_start_failures')
    .where({ entity_ref: entityRef })
    .where('since', '>=', since)
    .select();
  const byDeployment = groupBy(rows, keyOf);
  return deployment => {
    const own = byDeployment.get(keyOf(deployment));
    return own && joined(own);
  };
}

function keyOf({ provider, id }: Key): string {
  return JSON.stringify([provider, id]);
}

/** From the first that failed until none did. */
function joined(rows: readonly StartFailureRow[]): StartFailure {
  const ms = (time: DbTime) => new Date(time).getTime();
  const ends = rows.flatMap(({ until }) => (until === null ? [] : ms(until)));
  return {
    since: toIso(Math.min(...rows.map(row => ms(row.since)))),
    ...(ends.length === rows.length && { until: toIso(Math.max(...ends)) }),
  };
}
