import type {
  InitiativeCounts,
  InitiativeDay,
  InitiativeProgress,
} from '@backstage-handover/plugin-handover-common';
import {
  addDays,
  dayOf,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { restrictEntities } from '../../operations/restrictEntities';
import type { InitiativeEntitiesQuery } from '../InitiativeStore';
import type { InitiativeChangeRow } from '../tables';

/** {@inheritDoc InitiativeStore.countByDay} */
export async function countByDay(
  db: Knex,
  id: string,
  {
    from,
    to,
    ...query
  }: InitiativeEntitiesQuery & { from: string; to: string },
): Promise<InitiativeDay[]> {
  const builder: Knex.QueryBuilder = db('initiative_changes as c')
    .join('entities as e', 'e.entity_ref', 'c.entity_ref')
    .where('c.initiative_id', id)
    .orderBy('c.id')
    .select('c.entity_ref', 'c.at', 'c.progress');
  const changes: Pick<InitiativeChangeRow, 'entity_ref' | 'at' | 'progress'>[] =
    await restrictEntities(builder, {
      db,
      column: 'c.entity_ref',
      query,
    });

  const counts: InitiativeCounts = { reached: 0, open: 0, unknown: 0 };
  const current = new Map<string, InitiativeProgress>();
  let next = 0;
  const days: InitiativeDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (; next < changes.length; next++) {
      const { entity_ref, at, progress } = changes[next];
      if (dayOf(new Date(at)) > day) {
        break;
      }
      const before = current.get(entity_ref);
      if (before) {
        counts[before]--;
        current.delete(entity_ref);
      }
      if (progress) {
        counts[progress]++;
        current.set(entity_ref, progress);
      }
    }
    days.push({ day, ...counts });
  }
  return days;
}
