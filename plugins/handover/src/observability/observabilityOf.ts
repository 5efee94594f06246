import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { catalogItems } from './catalogItems';
import type { ObservabilityGroup, ObservabilityKind } from './types';

const KINDS: readonly ObservabilityKind[] = [
  'dashboards',
  'logs',
  'traces',
  'alerts',
  'slos',
];

/**
 * Where to look at the service: what the handover names and, of each kind that
 * it does not name, what the catalog entity has. Kinds of which there is
 * nothing are left out.
 */
export function observabilityOf(
  entity: Entity,
  document: HandoverDocument | undefined,
): ObservabilityGroup[] {
  const section = document?.observability;
  return KINDS.flatMap((kind): ObservabilityGroup[] => {
    const documented = documentedGroup(section, kind);
    if (documented) {
      return [documented];
    }
    // The section says that there is none, and why.
    const items = section?.notApplicable ? [] : catalogItems(entity, kind);
    return items.length > 0 ? [{ kind, items, fromCatalog: true }] : [];
  });
}

/** The same of the handover alone. */
export function documentedObservability(
  document: HandoverDocument,
): ObservabilityGroup[] {
  return KINDS.flatMap(
    kind => documentedGroup(document.observability, kind) ?? [],
  );
}

function documentedGroup(
  section: HandoverDocument['observability'],
  kind: ObservabilityKind,
): ObservabilityGroup | undefined {
  const items = section?.[kind];
  return items && { kind, items, fromCatalog: false };
}
