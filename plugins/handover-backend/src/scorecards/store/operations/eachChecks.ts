import type { Knex } from 'knex';
import type { CountQuery, StoredChecks } from '../ScorecardStore';
import type { ResultRow } from '../tables';
import { selectResults } from './listResults';

/** Results that are in memory at a time. */
const PAGE_SIZE = 500;

type Row = Pick<ResultRow, 'entity_ref' | 'version' | 'level' | 'checks'>;

/** {@inheritDoc ScorecardStore.eachChecks} */
export async function* eachChecks(
  db: Knex,
  query: CountQuery,
): AsyncGenerator<StoredChecks[]> {
  let rows: Row[] = [];
  do {
    const after = rows.at(-1)?.entity_ref ?? '';
    rows = await selectResults(db, query)
      .where('r.entity_ref', '>', after)
      .orderBy('r.entity_ref')
      .limit(PAGE_SIZE)
      .select('r.entity_ref', 'r.version', 'r.level', 'r.checks');
    yield rows.map(row => ({
      entityRef: row.entity_ref,
      version: row.version,
      level: row.level ?? undefined,
      checks: JSON.parse(row.checks),
    }));
  } while (rows.length === PAGE_SIZE);
}
