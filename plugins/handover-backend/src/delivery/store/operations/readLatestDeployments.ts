import type { Deployment } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { groupBy } from '../../../groupBy';
import {
  DEPLOYMENT_COLUMNS,
  type DeploymentRow,
  toDeployment,
} from '../tables';

/** Deployments of one entity into one environment: one of them put in place what runs there. */
const MAX_DEPLOYMENTS = 50;

/** Deployments of one entity. Events can name any number of environments. */
const MAX_OF_ENTITY = 500;

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
  // The latest of each environment come first, so that none is left out for
  // another that is deployed to more often.
  const ranked = db
    .select(
      '*',
      db.raw(
        `row_number() over (
          partition by entity_ref order by place, at desc, provider desc, id desc
        ) as place_of_entity`,
      ),
    )
    .from(numbered.as('numbered'))
    .where('place', '<=', MAX_DEPLOYMENTS);
  const rows: DeploymentRow[] = await db
    .select('*')
    .from(ranked.as('ranked'))
    .where('place_of_entity', '<=', MAX_OF_ENTITY);
  return new Map(
    [...groupBy(rows, row => row.entity_ref)].map(([ref, of]) => [
      ref,
      of.map(toDeployment),
    ]),
  );
}
