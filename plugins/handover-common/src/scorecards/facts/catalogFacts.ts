import type { FactDefinition, FactValue } from './types';

const BOOL = { kind: 'bool' } as const;
const TEXT = { kind: 'string' } as const;

/** Facts from the catalog. */
export const CATALOG_FACTS: readonly FactDefinition[] = [
  {
    name: 'catalog.kind',
    type: TEXT,
    basis: 'declared',
    description: 'Kind of the entity, in lower case.',
  },
  {
    name: 'catalog.type',
    type: TEXT,
    basis: 'declared',
    description: '`spec.type`, in lower case. Empty if there is none.',
  },
  {
    name: 'catalog.lifecycle',
    type: TEXT,
    basis: 'declared',
    description: '`spec.lifecycle`, in lower case. Empty if there is none.',
  },
  {
    name: 'catalog.tags',
    type: { kind: 'list', of: TEXT },
    basis: 'declared',
    description: 'Tags, in lower case.',
  },
  {
    name: 'catalog.labels',
    type: { kind: 'map', of: TEXT },
    basis: 'declared',
    description: 'Labels by name.',
  },
  {
    name: 'catalog.hasOwner',
    type: BOOL,
    basis: 'declared',
    description: 'Whether the entity names an owner.',
  },
  {
    name: 'catalog.ownedByGroup',
    type: BOOL,
    basis: 'observed',
    description:
      'Whether one of its owners is a group that the catalog knows. An owner that left the catalog does not count, nor does a single person.',
  },
  {
    name: 'catalog.hasSystem',
    type: BOOL,
    basis: 'declared',
    description: 'Whether the entity names a system.',
  },
  {
    name: 'catalog.systemExists',
    type: BOOL,
    basis: 'observed',
    description: 'Whether the catalog knows the system that the entity names.',
  },
];

/**
 * What the catalog says about an entity, and about the entities that it names.
 *
 * @alpha
 */
export type CatalogFactInput = {
  kind: string;
  type?: string;
  lifecycle?: string;
  tags: readonly string[];
  labels: Readonly<Record<string, string>>;
  /** Full references. */
  owners: readonly string[];
  system?: string;
  /** Whether the catalog knows a group or system. */
  isKnown(entityRef: string): boolean;
};

/** The values of `CATALOG_FACTS` for an entity. */
export function catalogFactValues(
  entity: CatalogFactInput,
): [name: string, value: FactValue][] {
  const { owners, system, isKnown } = entity;
  return [
    ['catalog.kind', { value: entity.kind }],
    ['catalog.type', { value: entity.type ?? '' }],
    ['catalog.lifecycle', { value: entity.lifecycle ?? '' }],
    ['catalog.tags', { value: [...entity.tags] }],
    ['catalog.labels', { value: { ...entity.labels } }],
    ['catalog.hasOwner', { value: owners.length > 0 }],
    [
      'catalog.ownedByGroup',
      {
        value: owners.some(
          owner => owner.startsWith('group:') && isKnown(owner),
        ),
      },
    ],
    ['catalog.hasSystem', { value: system !== undefined }],
    [
      'catalog.systemExists',
      { value: system !== undefined && isKnown(system) },
    ],
  ];
}
