import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { groupBy } from '../../../groupBy';
import {
  DEPLOYMENT_COLUMNS,
  type DeploymentRow,
  toDeployment,
} from '../tables';

/** Deployments of one entity into one environment: what runs was deployed with one of them. */
const MAX_DEPLOYMENTS = 50;

/** {@inheritDoc DeliveryFactReader.readLatestDeployments} */
export async function readLatestDeployments(
  db: Knex,
  entityRefs: string[],
): Promise<Map<string, Deployment[]>> {
  const numbered = db<DeploymentRow>('delivery_deployments')
    .where(isOneOf(db, 'entity_ref', entityRefs))
    .select(
      'entity_ref',
      ...DEPLOYMENT_COLUMNS,
      db.raw(
        `row_number() over (
          partition by entity_ref, environment order by at desc, provider desc, id desc
        ) as place`,
      ),
    );
  const rows: DeploymentRow[] = await db
    .select('*')
    .from(numbered.as('numbered'))
    .where('place', '<=', MAX_DEPLOYMENTS);
  return new Map(
    [...groupBy(rows, row => row.entity_ref)].map(([ref, of]) => [
      ref,
      of.map(toDeployment),
    ]),
  );
}
