import type { Knex } from 'knex';
import type { EntityKeyType, EntitySelector } from '../../EntitiesService';

const SELECTOR: EntityKeyType = 'kubernetes-selector';

/** Reads the selectors of entities that document an environment at a place. */
export async function findSelectors(
  db: Knex,
  { namespace, cluster }: { namespace: string; cluster: string },
): Promise<EntitySelector[]> {
  // Documents write the names of clusters in any case.
  const ofCluster = db.raw('lower(environments.cluster) = ?', [
    cluster.toLocaleLowerCase('en-US'),
  ]);
  return db('entity_keys as keys')
    .join('entity_environments as environments', {
      'environments.entity_ref': 'keys.entity_ref',
    })
    .where('keys.type', SELECTOR)
    .where(place =>
      place
        .where('environments.namespace', namespace)
        // Without a namespace, an environment has the whole cluster.
        .orWhere(all =>
          all.where('environments.namespace', '').where(ofCluster),
        ),
    )
    .distinct({ entityRef: 'keys.entity_ref', selector: 'keys.value' })
    .orderBy('entityRef');
}
