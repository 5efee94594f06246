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
import {
  type DocumentListQuery,
  type DocumentSortField,
  NONE,
} from '../DocumentStore';
import {
  COVERAGE_COLUMNS,
  type ListedRow,
  NO_DOCUMENT,
  normalizeRef,
  SUMMARY_COLUMNS,
  toCoverageSummary,
  toDate,
  toDocumentSummary,
} from '../tables';
import { readDocuments } from './readDocuments';
import {
  joinEntities,
  needsEntities,
  restrictDocuments,
} from './restrictDocuments';

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
  const withCoverage = query.include === 'coverage';
  const limit = checkLimit(
    query.limit,
    withDocuments ? MAX_WITH_DOCUMENTS : undefined,
  );
  const { field, order } = query.sort ?? { field: 'entityRef', order: 'asc' };
  const { table, column } = SORT_COLUMNS[field];
  const owner = field === 'title' ? singleOwner(query) : undefined;
  // The reference comes from the same table, so that one index has the order.
  const from = owner ? 'o' : table;
  const [sortBy, thenBy] = [`${from}.${column}`, `${from}.entity_ref`];
  const position = z.strictObject({
    field: z.literal(field),
    order: z.literal(order),
    value: positionValue(column),
    entityRef: cursorText,
  });
  const after = query.cursor && decodeCursor(query.cursor, position);

  const page = selectListed(db, { query, owner, now })
    .select(...SUMMARY_COLUMNS, ...(withCoverage ? COVERAGE_COLUMNS : []))
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

  const [rows, totalItems] = await readAndCount(db, page, {
    query,
    now,
    isOrdered: owner !== undefined,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const documents = withDocuments ? await readDocuments(db, items) : undefined;
  return {
    items: items.map(row => ({
      ...toDocumentSummary(row, now),
      ...(withCoverage && toCoverageSummary(row)),
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
    totalItems,
  };
}

/** With `entity_owners as o` if it is about one owner, so that an index has the order. */
function selectListed(
  db: Knex,
  options: { query: DocumentListQuery; owner?: string; now: Date },
): Knex.QueryBuilder {
  const { query, owner, now } = options;
  const listed = joinEntities(db);
  if (!owner) {
    return restrictDocuments(db, listed, query, now);
  }
  listed
    .join('entity_owners as o', 'o.entity_ref', 'd.entity_ref')
    .where('o.owner', owner);
  return restrictDocuments(db, listed, { ...query, owner: undefined }, now);
}

/** Whose services are listed, if all are those of one owner, itself. */
function singleOwner(query: DocumentListQuery): string | undefined {
  const [owner, ...others] = query.owner ?? [];
  return owner && owner !== NONE && others.length === 0 && !query.ownerTree
    ? normalizeRef(owner)
    : undefined;
}

/**
 * The rows of a page, and how many match in all. If few do, the page's own
 * query counts them: it finds them all anyway, to sort them.
 */
async function readAndCount(
  db: Knex,
  page: Knex.QueryBuilder,
  options: { query: DocumentListQuery; now: Date; isOrdered: boolean },
): Promise<[rows: ListedRow[], totalItems: number]> {
  const { query, now, isOrdered } = options;
  const hasFew = Boolean(query.owner || query.system || query.domain);
  if (hasFew && !isOrdered && !query.cursor) {
    const rows: (ListedRow & { total: number | string })[] = await page.select(
      db.raw('count(*) over () as total'),
    );
    return [rows, Number(rows[0]?.total ?? 0)];
  }
  const [rows, [{ count }]]: [ListedRow[], { count: number | string }[]] =
    await Promise.all([
      page,
      restrictDocuments(
        db,
        needsEntities(query) ? joinEntities(db) : db('documents as d'),
        query,
        now,
      ).count({ count: '*' }),
    ]);
  return [rows, Number(count)];
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
