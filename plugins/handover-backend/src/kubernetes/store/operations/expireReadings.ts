import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import type { WorkQueue } from '../../../queue';
import type { MarkChanged } from '../KubernetesStore';
import type { ReadingRow } from '../tables';
import { KUBERNETES_TOPIC } from '../topic';

/** Entities of one transaction. */
const BATCH = 500;

/** What the columns hold of a reading that was found to be too old. */
const EXPIRED = { reading: null, problem: 'the reading is too old' };

/** {@inheritDoc KubernetesStore.expireReadings} */
export async function expireReadings(
  db: Knex,
  options: { queue: WorkQueue; markChanged: MarkChanged; before: Date },
): Promise<void> {
  const { queue, markChanged, before } = options;
  const outdated = (tx: Knex) =>
    tx<ReadingRow>('kubernetes_readings')
      .where('read_at', '<', before)
      .where(each =>
        each.whereNull('problem').orWhereNot('problem', EXPIRED.problem),
      );
  for (;;) {
    const entityRefs: string[] = await outdated(db)
      .orderBy('entity_ref')
      .limit(BATCH)
      .pluck('entity_ref');
    if (entityRefs.length === 0) {
      return;
    }
    await db.transaction(async tx => {
      const transaction = { transaction: tx };
      // First, as others who change these rows do.
      await queue.lock(KUBERNETES_TOPIC, entityRefs, transaction);
      await outdated(tx)
        .where(isOneOf(tx, 'entity_ref', entityRefs))
        .update(EXPIRED);
      await markChanged(entityRefs, transaction);
    });
  }
}
