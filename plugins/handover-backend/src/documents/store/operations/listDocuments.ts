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
import type { DocumentListQuery, DocumentSortField } from '../DocumentStore';
import {
  type DocumentRow,
  NO_DOCUMENT,
  normalizeRef,
  SUMMARY_COLUMNS,
  toDate,
  toDocumentSummary,
} from '../tables';
import { applyFilter } from './applyFilter';
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

const SORT_COLUMNS: Record<DocumentSortField, SortColumn> = {
  entityRef: 'entity_ref',
  title: 'title_sort',
  owner: 'owner',
  system: 'system',
  tier: 'tier',
  coverage: 'coverage_ratio',
  status: 'status',
  reviewDueAt: 'review_due_at',
  updatedAt: 'updated_at',
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
  const column = SORT_COLUMNS[field];
  const position = z.strictObject({
    field: z.literal(field),
    order: z.literal(order),
    value: positionValue(column),
    entityRef: cursorText,
  });
  const after = query.cursor && decodeCursor(query.cursor, position);

  const matching = () => restrict(db<DocumentRow>('documents'), query, now);

  const page = matching()
    .select(...SUMMARY_COLUMNS)
    .orderBy(
      column === 'entity_ref'
        ? [{ column, order }]
        : [
            { column, order },
            { column: 'entity_ref', order },
          ],
    )
    .limit(limit + 1);
  if (after) {
    const value = TIME_COLUMNS.includes(column)
      ? new Date(after.value)
      : after.value;
    page.whereRaw(`(??, ??) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      column,
      'entity_ref',
      value,
      after.entityRef,
    ]);
  }

  const [rows, [{ count }]] = await Promise.all([
    page,
    matching().count({ count: '*' }),
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

function restrict(
  builder: Knex.QueryBuilder<DocumentRow>,
  query: DocumentListQuery,
  now: Date,
): Knex.QueryBuilder<DocumentRow, DocumentRow[]> {
  if (query.owner) {
    builder.whereIn('owner', query.owner.map(normalizeRef));
  }
  if (query.system) {
    builder.whereIn('system', query.system.map(normalizeRef));
  }
  if (query.tier) {
    builder.whereIn('tier', query.tier);
  }
  if (query.status) {
    builder.whereIn('status', query.status);
  }
  if (query.coverage?.min !== undefined) {
    builder.where('coverage_ratio', '>=', query.coverage.min);
  }
  if (query.coverage?.max !== undefined) {
    builder.where('coverage_ratio', '<=', query.coverage.max);
  }
  if (query.stale !== undefined) {
    builder.where('review_due_at', query.stale ? '<=' : '>', now);
  }
  for (const word of query.q?.toLocaleLowerCase('en-US').split(/\s+/) ?? []) {
    if (word) {
      builder.whereRaw(`?? like ? escape '\\'`, [
        'search_text',
        likePattern(word),
      ]);
    }
  }
  if (query.filter) {
    applyFilter(builder, query.filter);
  }
  return builder;
}
