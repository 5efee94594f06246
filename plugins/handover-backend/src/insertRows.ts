import type { DatabaseService } from '@backstage/backend-plugin-api';

type Database = Awaited<ReturnType<DatabaseService['getClient']>>;

/** Bindings of one statement: SQLite takes 32,766, PostgreSQL 65,535. */
const MAX_BINDINGS = 30_000;

/** Rows of one statement on SQLite: knex writes each as a term of a compound. */
const MAX_SQLITE_ROWS = 500;

/**
 * Inserts rows that all have the same columns, in as few statements as the
 * engines allow.
 *
 * @param options.replaceOn - columns by which a row replaces the one there is
 * @param options.ignoreOn - columns by which a row gives way to the one there is
 */
export async function insertRows<T extends object>(
  tx: Database,
  table: string,
  rows: readonly T[],
  options: { replaceOn?: string[]; ignoreOn?: string[] } = {},
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const byBindings = Math.floor(MAX_BINDINGS / Object.keys(rows[0]).length);
  const perStatement = tx.client.config.client.includes('pg')
    ? byBindings
    : Math.min(byBindings, MAX_SQLITE_ROWS);
  for (let from = 0; from < rows.length; from += perStatement) {
    const insert = tx(table).insert(rows.slice(from, from + perStatement));
    if (options.replaceOn) {
      await insert.onConflict(options.replaceOn).merge();
    } else if (options.ignoreOn) {
      await insert.onConflict(options.ignoreOn).ignore();
    } else {
      await insert;
    }
  }
}
