import { createHash } from 'node:crypto';
import type { EntityKeyType } from '../EntitiesService';
import { placeOf } from './buckets';
import type { CatalogEntity } from './EntityStore';

// Rows as they are in the database, and what they mean.

export type EntityRow = {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  title_sort: string;
  type: string;
  lifecycle: string;
  system: string;
  domain: string;
  owner: string;
  tier: number;
  search_text: string;
  fingerprint: string;
  bucket: number;
  digest: number;
  updated_at: Date | number | string;
};

export type OwnerRow = {
  entity_ref: string;
  owner: string;
  title_sort: string;
};
export type TagRow = { entity_ref: string; tag: string };
export type ParentRow = { entity_ref: string; parent_ref: string };
export type LabelRow = { entity_ref: string; name: string; value: string };

export type KeyRow = {
  entity_ref: string;
  type: EntityKeyType;
  value: string;
  instance: string;
};

export type EnvironmentRow = {
  entity_ref: string;
  position: number;
  environment: string;
  cluster: string;
  namespace: string;
};

export type SyncRow = { id: number; synced_at: Date | number | string };

/** Tables whose rows follow the catalog, with those of an entity. */
export const CATALOG_TABLES = [
  'entity_owners',
  'entity_tags',
  'entity_parents',
  'entity_labels',
  'entity_keys',
] as const;

/** Every table with rows that belong to an entity. */
export const ENTITY_TABLES = [
  ...CATALOG_TABLES,
  'entity_environments',
] as const;

/**
 * Raising it makes every entity be written once more. Needed with a new column: a
 * process of the release before could have left it empty during an update.
 */
const MIRROR_VERSION = 2;

/** Changes whenever anything that is mirrored of an entity does. */
export function fingerprintOf(entity: CatalogEntity): string {
  return createHash('sha256')
    .update(JSON.stringify([MIRROR_VERSION, entity]))
    .digest('base64url');
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

function titleSortOf({ title, name }: CatalogEntity): string {
  return lower(title ?? name).slice(0, 255);
}

/** The columns that come from the catalog. */
export function toEntityRow(
  entity: CatalogEntity,
  now: Date,
): Omit<EntityRow, 'tier'> {
  return {
    entity_ref: entity.entityRef,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title ?? null,
    title_sort: titleSortOf(entity),
    type: entity.type ?? '',
    lifecycle: entity.lifecycle ?? '',
    system: entity.system ?? '',
    domain: entity.domain ?? '',
    owner: entity.owner ?? '',
    search_text: lower(
      [
        entity.entityRef,
        entity.title,
        ...entity.owners,
        entity.system,
        ...entity.tags,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    fingerprint: fingerprintOf(entity),
    ...placeOf(entity.entityRef),
    updated_at: now,
  };
}

/** The rows of an entity in each of the tables that follow the catalog. */
export function toCatalogRows(entity: CatalogEntity): {
  [table in (typeof CATALOG_TABLES)[number]]: object[];
} {
  const { entityRef: entity_ref } = entity;
  return {
    entity_owners: entity.owners.map(
      (owner): OwnerRow => ({
        entity_ref,
        owner,
        title_sort: titleSortOf(entity),
      }),
    ),
    entity_tags: entity.tags.map((tag): TagRow => ({ entity_ref, tag })),
    entity_parents: entity.parents.map(
      (parent_ref): ParentRow => ({
        entity_ref,
        parent_ref,
      }),
    ),
    entity_labels: Object.entries(entity.labels).map(
      ([name, value]): LabelRow => ({ entity_ref, name, value }),
    ),
    entity_keys: entity.keys.map(
      ({ type, value, instance }): KeyRow => ({
        entity_ref,
        type,
        value,
        instance: instance ?? '',
      }),
    ),
  };
}
