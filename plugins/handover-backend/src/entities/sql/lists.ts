import type { Knex } from 'knex';

export function isPostgres(db: Knex): boolean {
  return db.client.config.client.includes('pg');
}

/**
 * A condition that holds if a column has one of the values. The list is one
 * binding however long it is, as statements of both engines have a limit of them.
 */
export function isOneOf(
  db: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return isPostgres(db)
    ? db.raw('?? = any(?::text[])', [column, [...values]])
    : db.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}

/** A select of one row for each value, in one binding. */
export function selectValues(db: Knex, values: readonly string[]): Knex.Raw {
  return isPostgres(db)
    ? db.raw('select unnest(?::text[]) collate "C"', [[...values]])
    : db.raw('select value from json_each(?)', [JSON.stringify(values)]);
}

/**
 * A select of one row for each pair, as `a` and `b`, with its `place` in the
 * list, in bindings whose number does not depend on its length.
 */
export function selectPairs(
  db: Knex,
  pairs: readonly (readonly [string, string])[],
): Knex.Raw {
  return isPostgres(db)
    ? db.raw(
        `select (place - 1)::int as place, a, b
           from unnest(?::text[], ?::text[]) with ordinality as t(a, b, place)`,
        [pairs.map(([a]) => a), pairs.map(([, b]) => b)],
      )
    : db.raw(
        `select key as place, value ->> 0 as a, value ->> 1 as b
           from json_each(?)`,
        [JSON.stringify(pairs)],
      );
}

/**
 * A condition that holds if an indexed column has one of the few values that a
 * select finds. PostgreSQL runs the select first and looks up each value; for
 * an `in` with joins around it, it reads whole tables instead.
 */
export function isOneOfFew(
  db: Knex,
  column: string,
  select: Knex.QueryBuilder,
): Knex.Raw {
  return db.raw(isPostgres(db) ? '?? = any(array(?))' : '?? in (?)', [
    column,
    select,
  ]);
}
