import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import type { EnvironmentRow } from '../tables';

/** Names of the environments of overrides, by their ids, in order. */
export async function readEnvironments(
  db: Knex,
  ids: string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>(ids.map(id => [id, []]));
  if (ids.length === 0) {
    return names;
  }
  const rows = await db<EnvironmentRow>('override_environments')
    .where(isOneOf(db, 'override_id', ids))
    .orderBy('position')
    .select('override_id', 'environment');
  rows.forEach(row => names.get(row.override_id)?.push(row.environment));
  return names;
}
