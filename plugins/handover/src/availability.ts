import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { configApiRef } from '@backstage/frontend-plugin-api';
import type { Entity } from '@backstage/catalog-model';

/** Of the backend as well, unless `handover.documents.kinds` says otherwise. */
const DEFAULT_KINDS = ['Component', 'System'];

/**
 * Whether an entity can have a handover: whether its kind is in
 * `handover.documents.kinds`. An annotation isn't needed, because the tab of an
 * entity without a handover explains how to write one.
 *
 * Use it as the `if` of an `EntitySwitch.Case`.
 *
 * @public
 */
export function isHandoverAvailable(
  entity: Entity,
  { apis }: { apis: ApiHolder },
): boolean {
  const kinds =
    apis
      .get(configApiRef)
      ?.getOptionalStringArray('handover.documents.kinds') ?? DEFAULT_KINDS;
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return kinds.some(each => each.toLocaleLowerCase('en-US') === kind);
}
