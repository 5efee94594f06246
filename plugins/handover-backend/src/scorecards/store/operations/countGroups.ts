import type {
  LevelCounts,
  ScorecardCounts,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { groupBy } from '../../../groupBy';
import type { CountQuery } from '../ScorecardStore';
import { type LevelRow, levelColumns, sumLevels } from './levelRows';
import { selectResults } from './listResults';

/** Groups that an answer has at most. */
const MAX_GROUPS = 500;

/** {@inheritDoc ScorecardStore.countGroups} */
export async function countGroups(
  db: Knex,
  query: CountQuery,
  by: 'owner' | 'system',
): Promise<Pick<ScorecardCounts, 'groups' | 'omittedGroups'>> {
  const column = `e.${by}`;
  const rows: (LevelRow & { ref: string })[] = await selectResults(db, query)
    .groupBy(column, 'r.level')
    .select(db.raw('?? as ref', [column]), ...levelColumns(db));
  const groups: (LevelCounts & { ref: string })[] = [
    ...groupBy(rows, ({ ref }) => ref),
  ]
    .map(([ref, each]) => ({ ref, ...sumLevels(each) }))
    .sort((a, b) => b.entities - a.entities || (a.ref < b.ref ? -1 : 1));
  return {
    groups: groups.slice(0, MAX_GROUPS),
    omittedGroups: Math.max(0, groups.length - MAX_GROUPS),
  };
}
