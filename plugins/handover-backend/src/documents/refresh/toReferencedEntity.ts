import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { withoutNul } from '../../withoutNul';
import { HANDOVER_REF_ANNOTATION } from '../sources';
import type { DocumentReference, ReferencedEntity } from '../store';

/** An entity that can have a handover, and where its handover is looked for. */
export function toReferencedEntity(
  entity: Entity,
  discovery: 'annotation' | 'sibling',
): ReferencedEntity {
  return {
    entityRef: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    reference: toReference(entity, discovery),
  };
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
