import type { Page } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  cursorTime,
  decodeCursor,
  encodeCursor,
} from '../../../cursor';
import type { PageRequest } from '../DeliveryStore';
import type { DbTime } from '../tables';

/**
 * One page of an entity's rows, the latest first, continued after the last row
 * seen (keyset).
 */
export async function listByTime<
  R extends { provider: string; id: string },
  T,
>(options: {
  page: PageRequest;
  /** Which list it is: a cursor of another is refused. */
  list: string;
  /** The matching rows, not ordered. */
  matching: () => Knex.QueryBuilder;
  columns: readonly string[];
  timeColumn: keyof R & string;
  toItem: (row: R) => T;
}): Promise<Page<T>> {
  const { page, list, matching, columns, timeColumn, toItem } = options;
  const limit = checkLimit(page.limit);
  const after =
    page.cursor &&
    decodeCursor(
      page.cursor,
      z.strictObject({
        list: z.literal(list),
        at: cursorTime,
        provider: cursorText,
        id: cursorText,
      }),
    );

  const query = matching()
    .select(...columns)
    .orderBy([
      { column: timeColumn, order: 'desc' },
      { column: 'provider', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (after) {
    query.whereRaw('(??, ??, ??) < (?, ?, ?)', [
      timeColumn,
      'provider',
      'id',
      new Date(after.at),
      after.provider,
      after.id,
    ]);
  }
  const [rows, [{ count }]] = await Promise.all([
    query as Promise<R[]>,
    matching().count({ count: '*' }),
  ]);

  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toItem),
    ...(rows.length > limit && last
      ? {
          nextCursor: encodeCursor({
            list,
            at: new Date(last[timeColumn] as DbTime).getTime(),
            provider: last.provider,
            id: last.id,
          }),
        }
      : {}),
    totalItems: Number(count),
  };
}
