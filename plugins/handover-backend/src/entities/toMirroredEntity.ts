import {
  type Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { withoutNul } from '../withoutNul';
import { readKeys } from './readKeys';
import type { CatalogEntity } from './store';

/** The fields of an entity that {@link toMirroredEntity} and observers read. */
export const ENTITY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.tags',
  'metadata.labels',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'relations',
];

/** Longer values are no names; the indexes of PostgreSQL do not hold them either. */
const MAX_LENGTH = 255;

/** Converts a catalog entity to its row in the mirror. */
export function toMirroredEntity(entity: Entity): CatalogEntity {
  const { kind, metadata, spec } = entity;
  const owners = relationsOf(entity, RELATION_OWNED_BY);
  const specOwner = toOwnerRef(spec?.owner, metadata.namespace);
  const owner = specOwner ?? owners[0];
  return {
    entityRef: lower(stringifyEntityRef(entity)),
    kind: lower(kind),
    namespace: lower(metadata.namespace ?? 'default'),
    name: lower(metadata.name),
    title: metadata.title && withoutNul(metadata.title),
    type: toWord(spec?.type),
    lifecycle: toWord(spec?.lifecycle),
    system: relationsOf(entity, RELATION_PART_OF, 'system')[0],
    domain: relationsOf(entity, RELATION_PART_OF, 'domain')[0],
    owner,
    owners: unique(specOwner ? [specOwner, ...owners] : owners),
    tags: unique((metadata.tags ?? []).map(toWord).filter(isPresent)),
    labels: Object.fromEntries(
      Object.entries(metadata.labels ?? {})
        .filter(
          ([name, value]) =>
            typeof value === 'string' &&
            name.length <= MAX_LENGTH &&
            value.length <= MAX_LENGTH,
        )
        .map(([name, value]) => [withoutNul(name), withoutNul(value)])
        .sort(([a], [b]) => compare(a, b)),
    ),
    keys: readKeys(entity),
    parents:
      lower(kind) === 'group'
        ? unique(relationsOf(entity, RELATION_CHILD_OF, 'group'))
        : [],
  };
}

function relationsOf(entity: Entity, type: string, kind?: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => lower(withoutNul(relation.targetRef)))
    .filter(ref => !kind || parseEntityRef(ref).kind === kind);
}

/**
 * The catalog makes a relation of it, but only once it has processed the entity,
 * and not for every kind.
 */
function toOwnerRef(
  value: unknown,
  namespace: string | undefined,
): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) {
    return undefined;
  }
  try {
    return lower(
      stringifyEntityRef(
        parseEntityRef(withoutNul(value), {
          defaultKind: 'group',
          defaultNamespace: namespace,
        }),
      ),
    );
  } catch {
    return undefined;
  }
}

function toWord(value: unknown): string | undefined {
  return typeof value === 'string' && value && value.length <= MAX_LENGTH
    ? lower(withoutNul(value))
    : undefined;
}

function unique(values: string[]): string[] {
  return [...new Set(values)].sort(compare);
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function lower(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
