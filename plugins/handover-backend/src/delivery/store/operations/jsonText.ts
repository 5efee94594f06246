import type { Knex } from 'knex';
import { isPostgres } from '../../../entities/sql';

/**
 * Half of a character, which a shortened text can end with. PostgreSQL refuses
 * to read such JSON. `JSON.stringify` escapes no other characters like this.
 */
const HALF_CHARACTER = String.raw`(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}`;

/** A text in a column of JSON, or null. */
export function jsonText(
  db: Knex,
  column: string,
  path: readonly string[],
): Knex.Raw {
  return isPostgres(db)
    ? db.raw('regexp_replace(??, ?::text, ?::text, ?::text)::json #>> ?', [
        column,
        HALF_CHARACTER,
        String.raw`\1?`,
        'gi',
        [...path],
      ])
    : db.raw('json_extract(??, ?)', [column, `$.${path.join('.')}`]);
}
