import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import {
  type Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Something that a service needs, from its document, the catalog or both. */
export type Dependency = {
  /** Absent if it is not in the catalog, such as a service of another company. */
  entityRef?: string;
  name?: string;
  critical?: boolean;
  /** Markdown. */
  whenDown?: string;
};

/** What a service needs, critical things first: documented ones, then those of the catalog alone. */
export function dependenciesOf(
  entity: Entity,
  document: HandoverDocument | undefined,
): Dependency[] {
  const byRef = new Map<string, Dependency>();
  for (const documented of document?.architecture?.dependencies ?? []) {
    const entityRef = documented.entityRef && toFullRef(documented.entityRef);
    byRef.set(entityRef ?? `name ${documented.name}`, {
      ...documented,
      entityRef,
    });
  }
  for (const { type, targetRef } of entity.relations ?? []) {
    const entityRef = toFullRef(targetRef);
    if (type === RELATION_DEPENDS_ON && entityRef && !byRef.has(entityRef)) {
      byRef.set(entityRef, { entityRef });
    }
  }
  const rank = ({ critical }: Dependency) =>
    critical === undefined ? 1 : Number(!critical) * 2;
  return [...byRef.values()].sort((a, b) => rank(a) - rank(b));
}

function toFullRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
