import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { groupBy } from '../../../groupBy';
import type { DeploymentRow } from '../tables';

type EnvironmentRow = Pick<DeploymentRow, 'environment'>;

/** {@inheritDoc DeliveryFactReader.readProduction} */
export async function readProduction(
  db: Knex,
  entityRefs: string[],
  environments: Environments,
): Promise<Map<string, string>> {
  const rows = await db<DeploymentRow>('delivery_deployments')
    .where(isOneOf(db, 'entity_ref', entityRefs))
    .distinct('entity_ref', 'environment');
  const found = new Map<string, string>();
  for (const [ref, of] of groupBy(rows, row => row.entity_ref)) {
    const production = productionAmong(of, environments);
    if (production !== undefined) {
      found.set(ref, production);
    }
  }
  return found;
}

/** The environment in which the deployments to production of an entity are counted. */
export function productionAmong(
  deployments: readonly EnvironmentRow[],
  environments: Environments,
): string | undefined {
  return environments.productionAmong(
    deployments.map(({ environment }) => environment).sort(),
  );
}
