import type { Knex } from 'knex';
import { isPostgres } from './lists';

const DAY_MS = 86_400_000;

/** The day in UTC of a column with a time, for `toDay`: days since 1970. */
export function dayColumn(db: Knex, column: string): Knex.Raw {
  // A number is much faster than a date in text; SQLite keeps milliseconds.
  return isPostgres(db)
    ? db.raw('(extract(epoch from ??)::bigint / 86400)::int', [column])
    : db.raw(`?? / ${DAY_MS}`, [column]);
}

/** The date of a day that `dayColumn` gives. */
export function toDay(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
