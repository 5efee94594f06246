import type { Outcome } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import type { CountQuery, StoredCounts } from '../ScorecardStore';
import { type LevelRow, levelColumns, sumLevels } from './levelRows';
import { selectResults } from './listResults';

/** {@inheritDoc ScorecardStore.count} */
export async function countResults(
  db: Knex,
  query: CountQuery,
): Promise<StoredCounts> {
  const [levels, outcomes]: [
    LevelRow[],
    { check_id: string; outcome: Outcome; count: number | string }[],
  ] = await Promise.all([
    selectResults(db, query)
      .groupBy('r.level')
      .select(...levelColumns(db)),
    selectResults(db, query)
      .join('scorecard_outcomes as o', join =>
        join
          .on('o.scorecard', 'r.scorecard')
          .on('o.entity_ref', 'r.entity_ref'),
      )
      .groupBy('o.check_id', 'o.outcome')
      .select('o.check_id', 'o.outcome', db.raw('count(*) as count')),
  ]);
  const checks: StoredCounts['checks'] = {};
  for (const { check_id, outcome, count } of outcomes) {
    checks[check_id] = { ...checks[check_id], [outcome]: Number(count) };
  }
  return { ...sumLevels(levels), checks };
}
