import type { Exemption } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { type ListedRow, toExemption } from '../tables';

/** {@inheritDoc ExemptionStore.listEnding} */
export async function listEnding(
  db: Knex,
  { after, before }: { after: Date; before: Date },
): Promise<Exemption[]> {
  const rows: ListedRow[] = await db('exemptions as x')
    .join('entities as e', 'e.entity_ref', 'x.entity_ref')
    .where('x.state', 'approved')
    .where('x.expires_at', '>', after)
    .where('x.expires_at', '<=', before)
    .whereNotExists(
      db('exemptions as renewal')
        .select(db.raw('1'))
        .where('renewal.entity_ref', db.ref('x.entity_ref'))
        .where('renewal.scorecard', db.ref('x.scorecard'))
        .where('renewal.check_id', db.ref('x.check_id'))
        .where('renewal.state', 'approved')
        .where('renewal.expires_at', '>', db.ref('x.expires_at')),
    )
    .orderBy('x.id')
    .select('x.*', 'e.title as entity_title', 'e.owner as owner');
  return rows.map(row => toExemption(row, after));
}
