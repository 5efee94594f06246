import type { Knex } from 'knex';
import { groupBy } from '../../../groupBy';
import type { LevelChange } from '../ScorecardStore';
import type { DbTime, HistoryRow } from '../tables';

type Row = Pick<
  HistoryRow,
  'scorecard' | 'entity_ref' | 'at' | 'level' | 'previous_level' | 'is_first'
> & {
  title: string | null;
  owner: string | null;
};

/** {@inheritDoc ScorecardStore.listLevelChanges} */
export async function listLevelChanges(
  db: Knex,
  { from, to, stepMs }: { from: Date; to: Date; stepMs: number },
): Promise<LevelChange[]> {
  const changed: Row[] = await db('scorecard_history as h')
    .join('entities as e', 'e.entity_ref', 'h.entity_ref')
    .where('h.at', '>=', from)
    .where('h.at', '<', to)
    .orderBy('h.id')
    .select(
      'h.scorecard',
      'h.entity_ref',
      'h.at',
      'h.level',
      'h.previous_level',
      'h.is_first',
      'e.title',
      'e.owner',
    );
  const startOf = (at: DbTime) =>
    new Date(
      from.getTime() +
        Math.floor((new Date(at).getTime() - from.getTime()) / stepMs) * stepMs,
    );
  const changes: LevelChange[] = [];
  for (const rows of groupBy(
    changed,
    row => `${row.scorecard} ${row.entity_ref} ${startOf(row.at).getTime()}`,
  ).values()) {
    const [{ is_first: isFirst, previous_level: before }] = rows;
    const last = rows.at(-1)!;
    // What has no earlier result was seen for the first time.
    if (!isFirst && before !== last.level) {
      changes.push({
        scorecard: last.scorecard,
        entityRef: last.entity_ref,
        ...(last.title && { entityTitle: last.title }),
        ...(last.owner && { owner: last.owner }),
        from: startOf(last.at),
        before: before ?? undefined,
        after: last.level ?? undefined,
      });
    }
  }
  return changes;
}
