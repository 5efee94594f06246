import type { ScorecardTrendDay } from '@backstage-handover/plugin-handover-common';
import {
  addDays,
  dayOf,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { dayColumn, toDay } from '../../../entities/sql';
import type { CountQuery } from '../ScorecardStore';
import { selectResults } from './listResults';

/** How many entities came from one level to another on a day. */
type Row = {
  day: number;
  level: string | null;
  /** The level before; none for the first result. */
  previous: string | null;
  is_first: 0 | 1;
  count: number | string;
};

/**
 * {@inheritDoc ScorecardStore.countByDay}
 *
 * The database sums up the changes of each day, as they can be many.
 */
export async function countByDay(
  db: Knex,
  { days, now, ...query }: CountQuery & { days: number; now: Date },
): Promise<ScorecardTrendDay[]> {
  const window = db.raw('(partition by ?? order by ??)', [
    'h.entity_ref',
    'h.id',
  ]);
  const steps = selectResults(db, query)
    .join('scorecard_history as h', join =>
      join.on('h.scorecard', 'r.scorecard').on('h.entity_ref', 'r.entity_ref'),
    )
    .select({
      day: dayColumn(db, 'h.at'),
      level: 'h.level',
      previous: db.raw('lag(??) over ?', ['h.level', window]),
      place: db.raw('row_number() over ?', [window]),
    });
  const rows: Row[] = await db
    .from(steps.as('steps'))
    .groupByRaw('1, 2, 3, 4')
    .orderBy('day')
    .select('day', 'level', 'previous', {
      is_first: db.raw('case when ?? = 1 then 1 else 0 end', ['place']),
      count: db.raw('count(*)'),
    });

  const counts = new Map<string, number>();
  const change = (level: string | null, by: number) => {
    const id = level ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + by);
  };
  let entities = 0;
  let next = 0;
  const first = addDays(dayOf(now), 1 - days);
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(first, index);
    for (; next < rows.length && toDay(rows[next].day) <= day; next++) {
      const { level, previous, is_first, count } = rows[next];
      change(level, Number(count));
      if (is_first) {
        entities += Number(count);
      } else {
        change(previous, -Number(count));
      }
    }
    return {
      day,
      entities,
      levels: Object.fromEntries(
        [...counts].filter(([, count]) => count > 0).sort(),
      ),
    };
  });
}
