import type { Knex } from 'knex';

/** What knex keeps for itself. */
const OWN_TABLES = ['knex_migrations', 'knex_migrations_lock'];

export type Schema = Record<
  string,
  { columns: Record<string, string>; indexes: string[] }
>;

const isPostgres = (knex: Knex) => knex.client.config.client.includes('pg');

/** Names of the plugin's tables. */
export async function listTables(knex: Knex): Promise<string[]> {
  const names: string[] = isPostgres(knex)
    ? await knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .pluck('tablename')
    : await knex('sqlite_master')
        .where('type', 'table')
        .whereNot('name', 'like', 'sqlite_%')
        .pluck('name');
  return names.filter(name => !OWN_TABLES.includes(name)).sort();
}

async function listIndexes(knex: Knex, table: string): Promise<string[]> {
  const names: string[] = isPostgres(knex)
    ? await knex('pg_indexes')
        .whereRaw('schemaname = current_schema()')
        .where('tablename', table)
        .pluck('indexname')
    : await knex('sqlite_master')
        .where({ type: 'index', tbl_name: table })
        .pluck('name');
  return names.sort();
}

/** Tables with their columns and the names of their indexes. */
export async function readSchema(knex: Knex): Promise<Schema> {
  const schema: Schema = {};
  for (const table of await listTables(knex)) {
    const info = await knex(table).columnInfo();
    schema[table] = {
      columns: Object.fromEntries(
        Object.entries(info).map(([name, { type, nullable }]) => [
          name,
          `${type}${nullable ? '' : ' not null'}`,
        ]),
      ),
      indexes: await listIndexes(knex, table),
    };
  }
  return schema;
}

/** Means nothing outside the comparison with the catalog that wrote it. */
const TRANSIENT_COLUMN = 'seen_sweep';

/** Every row of every table, comparable. */
export async function readRows(knex: Knex): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of await listTables(knex)) {
    rows[table] = (await knex(table).select())
      .map(({ [TRANSIENT_COLUMN]: _, ...row }) =>
        JSON.stringify(Object.entries(row).sort()),
      )
      .sort();
  }
  return rows;
}

/**
 * What the data leaves untried: tables without rows, columns without a value,
 * and optional columns that always have one.
 */
export async function findUntried(
  knex: Knex,
  options: { except?: readonly string[] } = {},
): Promise<string[]> {
  const { except = [] } = options;
  const untried: string[] = [];
  for (const table of await listTables(knex)) {
    const rows = await knex(table).select();
    if (rows.length === 0) {
      untried.push(`${table} has no rows`);
      continue;
    }
    const info = await knex(table).columnInfo();
    for (const [column, { nullable }] of Object.entries(info)) {
      if (rows.every(row => row[column] === null)) {
        untried.push(`${table}.${column} has no value`);
      } else if (nullable && rows.every(row => row[column] !== null)) {
        untried.push(`${table}.${column} is never null`);
      }
    }
  }
  return untried.filter(each => !except.includes(each));
}
