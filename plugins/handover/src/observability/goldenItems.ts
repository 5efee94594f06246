import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { observabilityOf } from './observabilityOf';
import type { ObservabilityItem, ObservabilityKind } from './types';

/** What stands for a kind in the strip. */
export type GoldenItem = ObservabilityItem & {
  kind: Exclude<ObservabilityKind, 'slos'>;
  fromCatalog: boolean;
};

/** Of each kind that an incident needs, the first link or, without one, the first query. */
export function goldenItems(
  entity: Entity,
  document: HandoverDocument | undefined,
): GoldenItem[] {
  return observabilityOf(entity, document).flatMap(
    ({ kind, items, fromCatalog }) => {
      const item = items.find(({ url }) => url) ?? items[0];
      return kind === 'slos' ? [] : [{ ...item, kind, fromCatalog }];
    },
  );
}
