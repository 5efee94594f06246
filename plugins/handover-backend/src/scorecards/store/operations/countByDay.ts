import type { ScorecardTrendDay } from '@backstage-handover/plugin-handover-common';
import {
  addDays,
  dayOf,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { dayColumn, toDay } from '../../../entities/sql';
import type { CountQuery } from '../ScorecardStore';
import { selectResults } from './listResults';

/** How many entities came from one level to another on a day, or have one now. */
type Row = {
  /** None for what is now. */
  day: number | null;
  level: string | null;
  previous: string | null;
  /** Nothing was known before. */
  is_first: boolean | number;
  count: number | string;
};

/**
 * {@inheritDoc ScorecardStore.countByDay}
 *
 * Goes back from the levels of now, so that the database reads nothing that
 * changed before the first day, and sums up the changes of each day.
 */
export async function countByDay(
  db: Knex,
  { days, now, ...query }: CountQuery & { days: number; now: Date },
): Promise<ScorecardTrendDay[]> {
  const today = dayOf(now);
  const first = addDays(today, 1 - days);
  const rows = await readChanges(db, query, new Date(first));
  const steps = rows
    .filter(row => row.day !== null)
    .sort((a, b) => b.day! - a.day!);

  const counts = new Map<string, number>();
  const change = (level: string | null, by: number) => {
    const id = level ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + by);
  };
  let entities = 0;
  for (const { day, level, count } of rows) {
    if (day === null) {
      change(level, Number(count));
      entities += Number(count);
    }
  }
  let next = 0;
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(today, -index);
    for (; next < steps.length && toDay(steps[next].day!) > day; next++) {
      const { level, previous, is_first, count } = steps[next];
      change(level, -Number(count));
      if (is_first) {
        entities -= Number(count);
      } else {
        change(previous, Number(count));
      }
    }
    return {
      day,
      entities,
      levels: Object.fromEntries(
        [...counts].filter(([, count]) => count > 0).sort(),
      ),
    };
  }).reverse();
}

/** In one statement, so that what is now and what changed agree. */
async function readChanges(
  db: Knex,
  query: CountQuery,
  since: Date,
): Promise<Row[]> {
  const steps = selectResults(db, query)
    .join('scorecard_history as h', join =>
      join.on('h.scorecard', 'r.scorecard').on('h.entity_ref', 'r.entity_ref'),
    )
    .where('h.at', '>=', since)
    .whereRaw('(?? or ?? is distinct from ??)', [
      'h.is_first',
      'h.level',
      'h.previous_level',
    ])
    .groupByRaw('1, 2, 3, 4')
    .select({
      day: dayColumn(db, 'h.at'),
      level: 'h.level',
      previous: 'h.previous_level',
      is_first: 'h.is_first',
      count: db.raw('count(*)'),
    });
  const now = selectResults(db, query)
    .groupBy('r.level')
    .select({
      day: db.raw('null'),
      level: 'r.level',
      previous: db.raw('null'),
      is_first: db.raw('false'),
      count: db.raw('count(*)'),
    });
  return db.from(steps.as('steps')).select('*').unionAll(now);
}
