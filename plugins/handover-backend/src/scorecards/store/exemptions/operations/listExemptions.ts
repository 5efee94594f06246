import type {
  Exemption,
  ExemptionState,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  cursorTime,
  decodeCursor,
  encodeCursor,
} from '../../../../cursor';
import { isOneOf, restrictEntities } from '../../../../entities/sql';
import type { ExemptionQuery } from '../ExemptionStore';
import { type ListedRow, toExemption } from '../tables';

const OPEN: readonly ExemptionState[] = ['requested', 'approved'];

const SORT_COLUMNS = {
  requestedAt: 'requested_at',
  expiresAt: 'expires_at',
} as const;

/** {@inheritDoc ExemptionStore.list} */
export async function listExemptions(
  db: Knex,
  query: ExemptionQuery,
  now: Date,
): Promise<{ items: Exemption[]; nextCursor?: string; totalItems: number }> {
  const limit = checkLimit(query.limit);
  const { sort = 'requestedAt', order = 'desc' } = query;
  const column = SORT_COLUMNS[sort];
  const after =
    query.cursor &&
    decodeCursor(
      query.cursor,
      z.strictObject({
        sort: z.literal(sort),
        order: z.literal(order),
        time: cursorTime,
        exemption: cursorText,
      }),
    );
  const page = select(db, query, now)
    .select('x.*', 'e.title as entity_title', 'e.owner as owner')
    .orderBy([
      { column: `x.${column}`, order },
      { column: 'x.id', order },
    ])
    .limit(limit + 1);
  if (after) {
    page.whereRaw(`(??, ??) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      `x.${column}`,
      'x.id',
      new Date(after.time),
      after.exemption,
    ]);
  }
  const [rows, [{ count }]]: [ListedRow[], { count: number | string }[]] =
    await Promise.all([page, select(db, query, now).count({ count: '*' })]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(row => toExemption(row, now)),
    ...(rows.length > limit &&
      last && {
        nextCursor: encodeCursor({
          sort,
          order,
          time: new Date(last[column]).getTime(),
          exemption: last.id,
        }),
      }),
    totalItems: Number(count),
  };
}

/** The exemptions that match, as `exemptions as x` joined with `entities as e`. */
function select(db: Knex, query: ExemptionQuery, now: Date): Knex.QueryBuilder {
  const builder: Knex.QueryBuilder = db('exemptions as x').join(
    'entities as e',
    'e.entity_ref',
    'x.entity_ref',
  );
  restrictEntities(builder, { db, column: 'x.entity_ref', query });
  if (query.entityRef) {
    builder.where(isOneOf(db, 'x.entity_ref', query.entityRef));
  }
  if (query.scorecard !== undefined) {
    builder.where('x.scorecard', query.scorecard);
  }
  if (query.check !== undefined) {
    builder.where('x.check_id', query.check);
  }
  if (query.expiresBefore !== undefined) {
    builder.where('x.expires_at', '<', new Date(query.expiresBefore));
  }
  if (query.state) {
    builder.where(inStates(query.state, now));
  }
  return builder;
}

/** Open exemptions expire without a change of their row. */
function inStates(
  states: readonly ExemptionState[],
  now: Date,
): (either: Knex.QueryBuilder) => void {
  const open = states.filter(each => OPEN.includes(each));
  const ended = states.filter(each => !OPEN.includes(each));
  return either => {
    either
      .whereIn('x.state', ended)
      .orWhere(both =>
        both.whereIn('x.state', open).where('x.expires_at', '>', now),
      );
    if (states.includes('expired')) {
      either.orWhere(both =>
        both.whereIn('x.state', OPEN).where('x.expires_at', '<=', now),
      );
    }
  };
}
