import type {
  EntitiesService,
  EntityFilter,
} from '../entities/EntitiesService';

/** References as they are stored; groups with all below them, and domains, as a filter. */
export async function toStoredQuery<
  T extends {
    owner?: string[];
    system?: string[];
    within?: string[];
    domain?: string[];
    filter?: EntityFilter;
  },
>(
  { within, domain, ...query }: T,
  entities: Pick<EntitiesService, 'subtreeOfGroup'>,
): Promise<Omit<T, 'within' | 'domain'>> {
  const filters: EntityFilter[] = [
    ...(query.filter ? [query.filter] : []),
    ...(within ? [await inTree(within, entities)] : []),
    ...(domain ? [{ scope: { domain: domain.map(lower) } }] : []),
  ];
  return {
    ...query,
    ...(query.owner && { owner: query.owner.map(lower) }),
    ...(query.system && { system: query.system.map(lower) }),
    ...(filters.length > 0 && {
      filter: filters.length === 1 ? filters[0] : { allOf: filters },
    }),
  };
}

/** Owned by one of the groups, or by a group below. */
async function inTree(
  within: readonly string[],
  entities: Pick<EntitiesService, 'subtreeOfGroup'>,
): Promise<EntityFilter> {
  const groups = await Promise.all(
    within.map(each => entities.subtreeOfGroup(each)),
  );
  return { key: 'owner', values: [...within.map(lower), ...groups.flat()] };
}

function lower(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
