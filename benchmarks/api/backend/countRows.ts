import type { Knex } from 'knex';

/** How many rows a query has. */
export async function countRows(query: Knex.QueryBuilder): Promise<number> {
  const [{ count }] = await query.count({ count: '*' });
  return Number(count);
}
