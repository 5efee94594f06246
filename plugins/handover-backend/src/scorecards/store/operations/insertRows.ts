import type { Knex } from 'knex';

/** Bindings of one statement: SQLite takes 32,766. */
const MAX_BINDINGS = 30_000;

/**
 * Inserts rows that all have the same columns, in as few statements as the
 * engines allow.
 *
 * @param options.replaceOn - columns by which a row replaces the one there is
 */
export async function insertRows<T extends object>(
  tx: Knex.Transaction,
  table: string,
  rows: readonly T[],
  options: { replaceOn?: string[] } = {},
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const perStatement = Math.floor(MAX_BINDINGS / Object.keys(rows[0]).length);
  for (let from = 0; from < rows.length; from += perStatement) {
    const insert = tx(table).insert(rows.slice(from, from + perStatement));
    await (options.replaceOn
      ? insert.onConflict(options.replaceOn).merge()
      : insert);
  }
}
