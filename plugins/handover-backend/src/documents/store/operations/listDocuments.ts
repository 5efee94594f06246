import type {
  DocumentSummary,
  Page,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  decodeCursor,
  encodeCursor,
} from '../../../cursor';
import type { EntityFilter } from '../../../entities/EntitiesService';
import { applyEntityFilter } from '../../../entities/sql';
import type { DocumentListQuery, DocumentSortField } from '../DocumentStore';
import {
  type ListedRow,
  NO_DOCUMENT,
  PENDING,
  SUMMARY_COLUMNS,
  toDate,
  toDocumentSummary,
} from '../tables';
import { likePattern } from './likePattern';
import { readDocuments } from './readDocuments';

type SortColumn =
  | 'entity_ref'
  | 'title_sort'
  | 'owner'
  | 'system'
  | 'tier'
  | 'coverage_ratio'
  | 'status'
  | 'review_due_at'
  | 'updated_at';

const SORT_COLUMNS: Record<
  DocumentSortField,
  { table: 'd' | 'e'; column: SortColumn }
> = {
  entityRef: { table: 'd', column: 'entity_ref' },
  title: { table: 'e', column: 'title_sort' },
  owner: { table: 'e', column: 'owner' },
  system: { table: 'e', column: 'system' },
  tier: { table: 'e', column: 'tier' },
  coverage: { table: 'd', column: 'coverage_ratio' },
  status: { table: 'd', column: 'status' },
  reviewDueAt: { table: 'd', column: 'review_due_at' },
  updatedAt: { table: 'd', column: 'updated_at' },
};

/** A document may have 256 KiB; a page of them must fit into memory with ease. */
const MAX_WITH_DOCUMENTS = 100;

const TIME_COLUMNS: SortColumn[] = ['review_due_at', 'updated_at'];

/**
 * One page of the fleet list. Pages continue after the last row seen (keyset),
 * so that a page deep in the list costs what the first one does, and rows that
 * come and go between pages neither hide others nor show them twice.
 */
export async function listDocuments(
  db: Knex,
  query: DocumentListQuery,
  now: Date,
): Promise<Page<DocumentSummary>> {
  const withDocuments = query.include === 'document';
  const limit = checkLimit(
    query.limit,
    withDocuments ? MAX_WITH_DOCUMENTS : undefined,
  );
  const { field, order } = query.sort ?? { field: 'entityRef', order: 'asc' };
  const { table, column } = SORT_COLUMNS[field];
  // The reference comes from the same table, so that one index has the order.
  const [sortBy, thenBy] = [`${table}.${column}`, `${table}.entity_ref`];
  const position = z.strictObject({
    field: z.literal(field),
    order: z.literal(order),
    value: positionValue(column),
    entityRef: cursorText,
  });
  const after = query.cursor && decodeCursor(query.cursor, position);

  const page: Knex.QueryBuilder = restrict(db, joinEntities(db), query, now)
    .select(...SUMMARY_COLUMNS)
    .orderBy(
      column === 'entity_ref'
        ? [{ column: sortBy, order }]
        : [
            { column: sortBy, order },
            { column: thenBy, order },
          ],
    )
    .limit(limit + 1);
  if (after) {
    const value = TIME_COLUMNS.includes(column)
      ? new Date(after.value)
      : after.value;
    page.whereRaw(`(??, ??) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      sortBy,
      thenBy,
      value,
      after.entityRef,
    ]);
  }

  const [rows, [{ count }]]: [ListedRow[], { count: number }[]] =
    await Promise.all([
      page,
      restrict(
        db,
        query.q || query.tier ? joinEntities(db) : db('documents as d'),
        query,
        now,
      ).count({ count: '*' }),
    ]);

  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const documents = withDocuments ? await readDocuments(db, items) : undefined;
  return {
    items: items.map(row => ({
      ...toDocumentSummary(row, now),
      ...(documents && { document: documents.get(row.entity_ref) }),
    })),
    ...(rows.length > limit && last
      ? {
          nextCursor: encodeCursor({
            field,
            order,
            value: TIME_COLUMNS.includes(column)
              ? toDate(last[column]).getTime()
              : last[column],
            entityRef: last.entity_ref,
          }),
        }
      : {}),
    totalItems: Number(count),
  };
}

/** What a sort value in a cursor can be; times are in milliseconds. */
function positionValue(column: SortColumn) {
  if (TIME_COLUMNS.includes(column)) {
    return z.int().min(0).max(NO_DOCUMENT.getTime());
  }
  switch (column) {
    case 'tier':
      return z.int().min(0).max(4);
    case 'coverage_ratio':
      return z.number().min(0).max(1);
    default:
      return cursorText;
  }
}

function joinEntities(db: Knex): Knex.QueryBuilder {
  return db('documents as d').join(
    'entities as e',
    'e.entity_ref',
    'd.entity_ref',
  );
}

/** Owners and systems need no join: counting everything stays cheap. */
function restrict(
  db: Knex,
  builder: Knex.QueryBuilder,
  query: DocumentListQuery,
  now: Date,
): Knex.QueryBuilder {
  const filter = (part: EntityFilter) =>
    applyEntityFilter(builder, { db, column: 'd.entity_ref', filter: part });
  if (query.owner) {
    filter({ key: 'owner', values: query.owner });
  }
  if (query.system) {
    filter({ key: 'system', values: query.system });
  }
  if (query.filter) {
    filter(query.filter);
  }
  if (query.tier) {
    builder.whereIn('e.tier', query.tier);
  }
  if (query.status) {
    builder.whereIn('d.status', query.status);
  } else {
    builder.whereNot('d.status', PENDING);
  }
  if (query.coverage?.min !== undefined) {
    builder.where('d.coverage_ratio', '>=', query.coverage.min);
  }
  if (query.coverage?.max !== undefined) {
    builder.where('d.coverage_ratio', '<=', query.coverage.max);
  }
  if (query.stale !== undefined) {
    builder.where('d.review_due_at', query.stale ? '<=' : '>', now);
  }
  for (const word of query.q?.toLocaleLowerCase('en-US').split(/\s+/) ?? []) {
    if (word) {
      builder.whereRaw(`?? like ? escape '\\'`, [
        'e.search_text',
        likePattern(word),
      ]);
    }
  }
  return builder;
}
