import type { Entity } from '@backstage/catalog-model';

/** A component of the catalog, in the namespace `default`. */
export function componentEntity(
  name: string,
  overrides: {
    kind?: string;
    metadata?: Partial<Entity['metadata']>;
    spec?: Record<string, string>;
    owners?: string[];
    partOf?: string[];
  } = {},
): Entity {
  const { kind = 'Component', metadata, spec, owners, partOf } = overrides;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
    spec: spec ?? {},
    relations: [
      ...(owners ?? []).map(targetRef => ({ type: 'ownedBy', targetRef })),
      ...(partOf ?? []).map(targetRef => ({ type: 'partOf', targetRef })),
    ],
  };
}

/** A group of the catalog below other groups. */
export function groupEntity(name: string, ...parents: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: { type: 'team' },
    relations: parents.map(parent => ({
      type: 'childOf',
      targetRef: `group:default/${parent}`,
    })),
  };
}
