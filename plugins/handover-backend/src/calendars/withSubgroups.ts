import type {
  EntityScope,
  EntityScopeFields,
} from '@backstage-handover/plugin-handover-common/entities';
import type { EntitiesService } from '../entities/EntitiesService';

/**
 * A scope that names every group below its owners, for SQL that compares owners
 * as they are. Decisions add the groups above an owner to the entity instead.
 */
export async function withSubgroups(
  scope: EntityScope,
  entities: Pick<EntitiesService, 'subtreeOfGroup'>,
): Promise<EntityScope> {
  const expand = async <T extends EntityScopeFields>(fields: T): Promise<T> => {
    if (!fields.owner) {
      return fields;
    }
    const groups = await Promise.all(
      fields.owner.map(owner => entities.subtreeOfGroup(owner)),
    );
    return { ...fields, owner: [...new Set(groups.flat())] };
  };
  const { except } = scope;
  return {
    ...(await expand(scope)),
    ...(except && { except: await Promise.all(except.map(expand)) }),
  };
}
