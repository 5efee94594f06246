import type { Knex } from 'knex';
import { groupBy } from '../../../groupBy';
import type { LevelChange } from '../ScorecardStore';
import type { DbTime, HistoryRow } from '../tables';

type Row = Pick<HistoryRow, 'scorecard' | 'entity_ref' | 'level'> & {
  id: number | string;
  at: DbTime;
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
      'h.id',
      'h.scorecard',
      'h.entity_ref',
      'h.at',
      'h.level',
      'e.title',
      'e.owner',
    );
  const previous = await readPrevious(db, { from, to });
  const startOf = (at: DbTime) =>
    new Date(
      from.getTime() +
        Math.floor((new Date(at).getTime() - from.getTime()) / stepMs) * stepMs,
    );
  const keyOf = (row: Pick<Row, 'scorecard' | 'entity_ref'>) =>
    `${row.scorecard} ${row.entity_ref}`;
  const before = new Map(previous.map(row => [keyOf(row), row.level]));
  const changes: LevelChange[] = [];
  for (const rows of groupBy(
    changed,
    row => `${keyOf(row)} ${startOf(row.at).getTime()}`,
  ).values()) {
    const last = rows.at(-1)!;
    const key = keyOf(last);
    // What has no earlier result was seen for the first time.
    if (before.has(key) && before.get(key) !== last.level) {
      changes.push({
        scorecard: last.scorecard,
        entityRef: last.entity_ref,
        ...(last.title && { entityTitle: last.title }),
        ...(last.owner && { owner: last.owner }),
        from: startOf(last.at),
        before: before.get(key) ?? undefined,
        after: last.level ?? undefined,
      });
    }
    before.set(key, last.level);
  }
  return changes;
}

/** What held when the time began, of everything that changed in it. */
async function readPrevious(
  db: Knex,
  { from, to }: { from: Date; to: Date },
): Promise<Pick<HistoryRow, 'scorecard' | 'entity_ref' | 'level'>[]> {
  const firsts = db('scorecard_history')
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy('scorecard', 'entity_ref')
    .select('scorecard', 'entity_ref')
    .min({ first: 'id' })
    .as('w');
  return db('scorecard_history as p')
    .join(firsts, join =>
      join.on('p.scorecard', 'w.scorecard').on('p.entity_ref', 'w.entity_ref'),
    )
    .where(
      'p.id',
      db('scorecard_history as q')
        .where('q.scorecard', db.ref('w.scorecard'))
        .where('q.entity_ref', db.ref('w.entity_ref'))
        .where('q.id', '<', db.ref('w.first'))
        .max('q.id'),
    )
    .select('p.scorecard', 'p.entity_ref', 'p.level');
}
