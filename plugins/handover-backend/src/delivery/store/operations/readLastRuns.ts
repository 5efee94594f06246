import type { Run } from '@backstage-handover/plugin-handover-common';
import {
  MAIN_BRANCHES,
  UNFINISHED,
} from '@backstage-handover/plugin-handover-common/delivery';
import type { Knex } from 'knex';
import { type RunRow, toRunOfRow } from '../tables';
import { jsonText } from './jsonText';

/** {@inheritDoc DeliveryStore.getLastRuns} */
export async function readLastRuns(
  db: Knex,
  entityRef: string,
): Promise<Run[]> {
  const text = (key: keyof Run) => jsonText(db, 'run', [key]);
  const onMain = db('delivery_runs')
    .where('entity_ref', entityRef)
    .whereRaw(`? in (${MAIN_BRANCHES.map(() => '?')})`, [
      text('branch'),
      ...MAIN_BRANCHES,
    ])
    .select(
      'run',
      'ordered_at',
      'provider',
      'id',
      db.raw(
        `row_number() over (
          partition by provider, ?, ? in (${UNFINISHED.map(() => '?')})
          order by ordered_at desc, id desc
        ) as place`,
        [text('pipeline'), text('status'), ...UNFINISHED],
      ),
    );
  const rows: Pick<RunRow, 'run'>[] = await db
    .select('run')
    .from(onMain.as('runs'))
    .where('place', 1)
    .orderBy([
      { column: 'ordered_at', order: 'desc' },
      { column: 'provider', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  return rows.map(toRunOfRow);
}
