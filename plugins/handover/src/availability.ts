import type { Entity } from '@backstage/catalog-model';

/** The kinds that have a handover unless `handover.documents.kinds` says otherwise. */
const HANDOVER_KINDS = ['component', 'system'];

/**
 * Can this entity have a handover? Its kind decides, not an annotation: the tab
 * of an entity without one says how to write it.
 *
 * Apps whose backend knows other kinds give the tab and the card a filter of
 * their own, so that no tab stands where the backend has nothing to say.
 *
 * @public
 */
export function isHandoverAvailable(entity: Entity): boolean {
  return HANDOVER_KINDS.includes(entity.kind.toLocaleLowerCase('en-US'));
}
