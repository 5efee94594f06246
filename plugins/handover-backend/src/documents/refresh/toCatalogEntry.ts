import {
  ANNOTATION_LOCATION,
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { HANDOVER_REF_ANNOTATION } from '../sources';
import type { CatalogEntry, DocumentReference } from '../store';
import { withoutNul } from '../withoutNul';

/** The fields of an entity that {@link toCatalogEntry} reads. */
export const ENTITY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.tags',
  'metadata.annotations',
  'relations',
];

/** What is kept of an entity of the catalog. */
export function toCatalogEntry(
  entity: Entity,
  discovery: 'annotation' | 'sibling',
): CatalogEntry {
  return {
    entityRef: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    title: entity.metadata.title && withoutNul(entity.metadata.title),
    owner: findRelation(entity, RELATION_OWNED_BY),
    system: findRelation(entity, RELATION_PART_OF, 'system'),
    tags: entity.metadata.tags ?? [],
    reference: toReference(entity, discovery),
  };
}

function findRelation(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations
    ?.filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLocaleLowerCase('en-US'))
    .find(ref => !kind || parseEntityRef(ref).kind === kind);
}

function toReference(
  entity: Entity,
  discovery: 'annotation' | 'sibling',
): DocumentReference | undefined {
  const { [HANDOVER_REF_ANNOTATION]: annotation, [ANNOTATION_LOCATION]: from } =
    entity.metadata.annotations ?? {};
  if (annotation !== undefined) {
    return {
      annotation: withoutNul(annotation),
      entityLocation: withoutNul(from ?? 'unknown:'),
    };
  }
  // Entities of other origins, such as a directory service, have no siblings.
  return discovery === 'sibling' && from && /^(url|file):/.test(from)
    ? { entityLocation: withoutNul(from) }
    : undefined;
}
