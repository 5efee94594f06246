import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  decodeCursor,
  encodeCursor,
} from '../../../cursor';
import { groupBy } from '../../../groupBy';
import type {
  EntityPage,
  EntityQuery,
  MirroredEntity,
} from '../../EntitiesService';
import { applyEntityFilter } from '../../sql/applyEntityFilter';
import { isOneOf } from '../../sql/lists';
import { selectScope } from '../../sql/selectScope';
import type { EntityRow, LabelRow, OwnerRow, TagRow } from '../tables';

type Row = EntityRow & { system_domain: string | null };

/** One page of entities by reference, continued after the last one seen. */
export async function findEntities(
  db: Knex,
  { scope, filter, limit: wanted, cursor }: EntityQuery,
): Promise<EntityPage> {
  const limit = checkLimit(wanted);
  const after =
    cursor && decodeCursor(cursor, z.strictObject({ entityRef: cursorText }));

  const query = selectEntities(db)
    .orderBy('e.entity_ref')
    .limit(limit + 1);
  if (scope) {
    query.whereIn('e.entity_ref', selectScope(db, scope));
  }
  if (filter) {
    applyEntityFilter(query, { db, column: 'e.entity_ref', filter });
  }
  if (after) {
    query.where('e.entity_ref', '>', after.entityRef);
  }
  const rows: Row[] = await query;
  const items = await toEntities(db, rows.slice(0, limit));
  return {
    items,
    ...(rows.length > limit && {
      nextCursor: encodeCursor({ entityRef: items[limit - 1].entityRef }),
    }),
  };
}

/** Entities by reference, those that are known. */
export async function readEntities(
  db: Knex,
  entityRefs: string[],
): Promise<MirroredEntity[]> {
  const rows: Row[] = await selectEntities(db).where(
    isOneOf(db, 'e.entity_ref', entityRefs),
  );
  return toEntities(db, rows);
}

function selectEntities(db: Knex): Knex.QueryBuilder {
  return db('entities as e')
    .leftJoin('entities as s', 's.entity_ref', 'e.system')
    .select('e.*', 's.domain as system_domain');
}

async function toEntities(db: Knex, rows: Row[]): Promise<MirroredEntity[]> {
  if (rows.length === 0) {
    return [];
  }
  const refs = rows.map(row => row.entity_ref);
  const rowsOf = <T extends object>(table: string): Promise<T[]> =>
    db(table).where(isOneOf(db, 'entity_ref', refs)).select('*');
  const [owners, tags, labels] = await Promise.all([
    rowsOf<OwnerRow>('entity_owners'),
    rowsOf<TagRow>('entity_tags'),
    rowsOf<LabelRow>('entity_labels'),
  ]);
  const ownersOf = groupByRef(owners);
  const tagsOf = groupByRef(tags);
  const labelsOf = groupByRef(labels);
  return rows.map(row => ({
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type || undefined,
    lifecycle: row.lifecycle || undefined,
    system: row.system || undefined,
    domain: row.domain || row.system_domain || undefined,
    owner: row.owner || undefined,
    owners: ownersOf(row).map(({ owner }) => owner),
    tier: row.tier || undefined,
    tags: tagsOf(row).map(({ tag }) => tag),
    labels: Object.fromEntries(
      labelsOf(row).map(({ name, value }) => [name, value]),
    ),
  }));
}

function groupByRef<T extends { entity_ref: string }>(rows: T[]) {
  const groups = groupBy(rows, row => row.entity_ref);
  return ({ entity_ref }: { entity_ref: string }) =>
    groups.get(entity_ref) ?? [];
}
