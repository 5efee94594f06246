import type { LevelCounts } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

/** Results with the same level. */
export type LevelRow = {
  level: string | null;
  count: number | string;
  held: number | string;
  scored: number | string;
  score: number | null;
};

/** Columns of a query on `scorecard_results as r` that groups by `r.level`. */
export function levelColumns(db: Knex): (string | Knex.Raw)[] {
  return [
    'r.level',
    db.raw('count(*) as count'),
    db.raw('sum(case when ?? then 1 else 0 end) as held', ['r.level_held']),
    db.raw('count(??) as scored', ['r.score']),
    db.raw('sum(??) as score', ['r.score']),
  ];
}

export function sumLevels(rows: readonly LevelRow[]): LevelCounts {
  const sum = (column: 'count' | 'held' | 'scored' | 'score') =>
    rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const scored = sum('scored');
  const levels: Record<string, number> = {};
  for (const { level, count } of rows) {
    const id = level ?? 'none';
    levels[id] = (levels[id] ?? 0) + Number(count);
  }
  return {
    entities: sum('count'),
    levels,
    held: sum('held'),
    ...(scored > 0 && { score: sum('score') / scored }),
  };
}
