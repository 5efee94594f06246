import type {
  InitiativeCounts,
  InitiativeDay,
} from '@backstage-handover/plugin-handover-common';
import {
  addDays,
  INITIATIVE_PROGRESS,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { dayColumn, restrictEntities, toDay } from '../../../../entities/sql';
import type { InitiativeEntitiesQuery } from '../InitiativeStore';

/** What changed in sum on a day. */
type DeltaRow = Record<keyof InitiativeCounts, number | string> & {
  day: number;
};

/**
 * {@inheritDoc InitiativeStore.countByDay}
 *
 * The database sums up the changes of each day, as they can be many.
 */
export async function countByDay(
  db: Knex,
  id: string,
  {
    from,
    to,
    ...query
  }: InitiativeEntitiesQuery & { from: string; to: string },
): Promise<InitiativeDay[]> {
  const day = dayColumn(db, 'c.at');
  const builder: Knex.QueryBuilder = db('initiative_changes as c')
    .leftJoin('entities as e', 'e.entity_ref', 'c.entity_ref')
    .where('c.initiative_id', id)
    .groupByRaw('?', [day])
    .orderByRaw('?', [day])
    .select({ day, ...deltaColumns(db) });
  const deltas: DeltaRow[] = await restrictEntities(builder, {
    db,
    column: 'c.entity_ref',
    query,
  });

  const counts: InitiativeCounts = { reached: 0, open: 0, unknown: 0 };
  let next = 0;
  const days: InitiativeDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (; next < deltas.length && toDay(deltas[next].day) <= date; next++) {
      for (const progress of INITIATIVE_PROGRESS) {
        counts[progress] += Number(deltas[next][progress]);
      }
    }
    days.push({ day: date, ...counts });
  }
  return days;
}

function deltaColumns(db: Knex): Record<string, Knex.Raw> {
  return Object.fromEntries(
    INITIATIVE_PROGRESS.map(progress => [
      progress,
      db.raw(
        'sum(case when ?? = ? then 1 else 0 end - case when ?? = ? then 1 else 0 end)',
        ['c.progress', progress, 'c.previous', progress],
      ),
    ]),
  );
}
