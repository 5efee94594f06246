import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import {
  DEPLOYMENT_COLUMNS,
  type DeploymentRow,
  toDeployment,
} from '../tables';
import { jsonText } from './jsonText';

/** More artifacts than any entity has. */
const MAX_ARTIFACTS = 1_000;

/**
 * {@inheritDoc DeliveryStore.getInPlace}
 *
 * @param keys - What the environment can be called in a row.
 */
export async function readInPlace(
  db: Knex,
  entityRef: string,
  keys: readonly string[],
): Promise<Deployment[]> {
  const order = 'at desc, provider desc, id desc';
  const ended = db<DeploymentRow>('delivery_deployments')
    .where({ entity_ref: entityRef })
    .whereIn('environment', keys)
    .where(each =>
      each
        .where({ outcome: 'succeeded', taken_back: false })
        .orWhere({ outcome: 'removed' }),
    )
    .select(
      ...DEPLOYMENT_COLUMNS,
      db.raw(
        `row_number() over (partition by ?, outcome order by ${order}) as place`,
        [jsonText(db, 'deployment', ['artifact', 'name'])],
      ),
    );
  const rows: DeploymentRow[] = await db
    .select('*')
    .from(ended.as('ended'))
    .where('place', 1)
    .orderByRaw(order)
    .limit(MAX_ARTIFACTS);
  return rows.map(toDeployment);
}
