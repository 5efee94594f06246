import type {
  EntitiesService,
  EntityFilter,
} from '../entities/EntitiesService';

/** References as they are stored; `within` as a filter on every group in it. */
export async function toStoredQuery<
  T extends {
    owner?: string[];
    system?: string[];
    within?: string[];
    filter?: EntityFilter;
  },
>(
  { within, ...query }: T,
  entities: Pick<EntitiesService, 'subtreeOfGroup'>,
): Promise<Omit<T, 'within'>> {
  const stored = {
    ...query,
    ...(query.owner && { owner: query.owner.map(lower) }),
    ...(query.system && { system: query.system.map(lower) }),
  };
  if (!within) {
    return stored;
  }
  const groups = await Promise.all(
    within.map(each => entities.subtreeOfGroup(each)),
  );
  const inTree: EntityFilter = {
    key: 'owner',
    values: [...within.map(lower), ...groups.flat()],
  };
  return {
    ...stored,
    filter: query.filter ? { allOf: [query.filter, inTree] } : inTree,
  };
}

function lower(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
