import type { Knex } from 'knex';
import type { CountQuery, StoredCounts } from '../ScorecardStore';
import { parseOutcomes } from '../tables';
import { type LevelRow, levelColumns, sumLevels } from './levelRows';
import { selectResults } from './listResults';

/**
 * {@inheritDoc ScorecardStore.count}
 *
 * Many results have the same outcomes: those are counted, and then their checks.
 */
export async function countResults(
  db: Knex,
  query: CountQuery,
): Promise<StoredCounts> {
  const rows: (LevelRow & { outcomes: string })[] = await selectResults(
    db,
    query,
  )
    .groupBy('r.level', 'r.outcomes')
    .select('r.outcomes', ...levelColumns(db));
  const checks: StoredCounts['checks'] = {};
  for (const { outcomes, count } of rows) {
    for (const [check, outcome] of Object.entries(parseOutcomes(outcomes))) {
      checks[check] ??= {};
      checks[check][outcome] = (checks[check][outcome] ?? 0) + Number(count);
    }
  }
  return { ...sumLevels(rows), checks };
}
