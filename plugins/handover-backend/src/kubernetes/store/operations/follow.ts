import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { insertRows } from '../../../insertRows';
import type { WorkQueue } from '../../../queue';
import type { EntityAnnotations, MarkChanged } from '../KubernetesStore';
import type { ReadingRow } from '../tables';
import { KUBERNETES_TOPIC } from '../topic';

/** {@inheritDoc KubernetesStore.follow} */
export async function follow(
  db: Knex,
  entities: ReadonlyMap<string, EntityAnnotations | undefined>,
  options: { queue: WorkQueue; markChanged: MarkChanged; now: Date },
): Promise<void> {
  const { queue, markChanged, now } = options;
  const rows: Pick<ReadingRow, 'entity_ref' | 'annotations'>[] =
    await db<ReadingRow>('kubernetes_readings')
      .where(isOneOf(db, 'entity_ref', [...entities.keys()]))
      .select('entity_ref', 'annotations');
  const before = new Map(rows.map(row => [row.entity_ref, row.annotations]));
  const changed = [...entities].flatMap(([ref, annotations]): ReadingRow[] => {
    const text = annotations && JSON.stringify(annotations);
    return text === undefined || before.get(ref) === text
      ? []
      : [
          {
            entity_ref: ref,
            annotations: text,
            reading: null,
            problem: null,
            read_at: null,
          },
        ];
  });
  const removed = [...before.keys()].filter(ref => !entities.get(ref));
  // Almost always: this is called for every page of the catalog.
  if (changed.length === 0 && removed.length === 0) {
    return;
  }
  await db.transaction(async tx => {
    const transaction = { transaction: tx };
    const refs = changed.map(row => row.entity_ref).sort();
    // First, as they lock the entities.
    await queue.add(
      KUBERNETES_TOPIC,
      refs.map(key => ({ key, dueAt: now })),
      transaction,
    );
    await queue.markDue(KUBERNETES_TOPIC, refs, { ...transaction, at: now });
    await queue.remove(KUBERNETES_TOPIC, removed, transaction);
    await insertRows(tx, 'kubernetes_readings', changed, {
      replaceOn: ['entity_ref'],
    });
    await tx<ReadingRow>('kubernetes_readings')
      .where(isOneOf(tx, 'entity_ref', removed))
      .delete();
    await markChanged([...refs, ...removed], transaction);
  });
}
