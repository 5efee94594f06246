import type { Knex } from 'knex';
import { isPostgres } from './lists';

/** The date in UTC of a column with a time: SQLite keeps milliseconds. */
export function dayColumn(db: Knex, column: string): Knex.Raw {
  return isPostgres(db)
    ? db.raw(`to_char(?? at time zone 'UTC', 'YYYY-MM-DD')`, [column])
    : db.raw(`strftime('%Y-%m-%d', ?? / 1000, 'unixepoch')`, [column]);
}
