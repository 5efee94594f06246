import type { ScorecardTrendDay } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import type { CountQuery } from '../ScorecardStore';
import type { DbTime, HistoryRow } from '../tables';
import { selectResults } from './listResults';

const DAY_MS = 86_400_000;

type Entry = Pick<HistoryRow, 'entity_ref' | 'level'> & { at: DbTime };

/** {@inheritDoc ScorecardStore.countByDay} */
export async function countByDay(
  db: Knex,
  { days, now, ...query }: CountQuery & { days: number; now: Date },
): Promise<ScorecardTrendDay[]> {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const from = new Date(today - (days - 1) * DAY_MS);
  const entries = () =>
    selectResults(db, query).join('scorecard_history as h', join =>
      join.on('h.scorecard', 'r.scorecard').on('h.entity_ref', 'r.entity_ref'),
    );
  const [before, since]: [Entry[], Entry[]] = await Promise.all([
    // What held when the first day began.
    entries()
      .whereIn(
        'h.id',
        db('scorecard_history')
          .where('scorecard', query.scorecard)
          .where('at', '<', from)
          .groupBy('entity_ref')
          .max('id'),
      )
      .select('h.entity_ref', 'h.level', 'h.at'),
    entries()
      .where('h.at', '>=', from)
      .orderBy('h.id')
      .select('h.entity_ref', 'h.level', 'h.at'),
  ]);

  const levels = new Map(before.map(row => [row.entity_ref, row.level]));
  const counts = new Map<string, number>();
  const change = (level: string | null, by: number) => {
    const id = level ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + by);
  };
  levels.forEach(level => change(level, 1));
  let next = 0;
  return Array.from({ length: days }, (_, index) => {
    const end = from.getTime() + (index + 1) * DAY_MS;
    for (; next < since.length; next++) {
      const { entity_ref, level, at } = since[next];
      if (new Date(at).getTime() >= end) {
        break;
      }
      if (levels.has(entity_ref)) {
        change(levels.get(entity_ref) ?? null, -1);
      }
      levels.set(entity_ref, level);
      change(level, 1);
    }
    return {
      day: new Date(end - DAY_MS).toISOString().slice(0, 10),
      entities: levels.size,
      levels: Object.fromEntries(
        [...counts].filter(([, count]) => count > 0).sort(),
      ),
    };
  });
}
