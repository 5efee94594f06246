import type { Entity } from '@backstage/catalog-model';

/** Kinds that somebody runs or offers and that can be handed over. */
export const HANDOVER_KINDS = [
  'component',
  'system',
  'domain',
  'api',
  'resource',
] as const;

/**
 * Can this entity have a handover? Its kind decides, not an annotation: the tab
 * of an entity without one says how to write it.
 *
 * @public
 */
export function isHandoverAvailable(entity: Entity): boolean {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return HANDOVER_KINDS.some(known => known === kind);
}
