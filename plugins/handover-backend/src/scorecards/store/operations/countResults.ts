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
  const [levels, results]: [
    LevelRow[],
    { outcomes: string; count: number | string }[],
  ] = await Promise.all([
    selectResults(db, query)
      .groupBy('r.level')
      .select(...levelColumns(db)),
    selectResults(db, query)
      .groupBy('r.outcomes')
      .select('r.outcomes', db.raw('count(*) as count')),
  ]);
  const checks: StoredCounts['checks'] = {};
  for (const { outcomes, count } of results) {
    for (const [check, outcome] of Object.entries(parseOutcomes(outcomes))) {
      checks[check] ??= {};
      checks[check][outcome] = (checks[check][outcome] ?? 0) + Number(count);
    }
  }
  return { ...sumLevels(levels), checks };
}
