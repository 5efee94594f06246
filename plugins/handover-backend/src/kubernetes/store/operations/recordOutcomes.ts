import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { insertRows } from '../../../insertRows';
import type { WorkItem, WorkQueue } from '../../../queue';
import type {
  KubernetesOutcome,
  MarkChanged,
  Reading,
} from '../KubernetesStore';
import type { ReadingRow } from '../tables';
import { KUBERNETES_TOPIC } from '../topic';

/** {@inheritDoc KubernetesStore.record} */
export async function recordOutcomes(
  tx: Knex.Transaction,
  done: readonly { item: WorkItem; outcome: KubernetesOutcome }[],
  options: {
    queue: WorkQueue;
    markChanged: MarkChanged;
    maxAgeMs: number;
    now: Date;
  },
): Promise<void> {
  const { queue, markChanged, maxAgeMs, now } = options;
  const transaction = { transaction: tx };
  // First, as it locks the entities.
  const held = await queue.settle(
    KUBERNETES_TOPIC,
    done.map(({ item, outcome: { dueAt, result } }) => ({
      key: item.key,
      claimToken: item.claimToken,
      dueAt,
      result,
    })),
    transaction,
  );
  const valid = done.filter(({ item }) => held.has(item.key));
  const before = new Map<string, ReadingRow>(
    (
      await tx<ReadingRow>('kubernetes_readings')
        .where(
          isOneOf(
            tx,
            'entity_ref',
            valid.map(({ item }) => item.key),
          ),
        )
        .select('*')
    ).map(row => [row.entity_ref, row]),
  );
  const rows = valid.flatMap(({ item, outcome: { reading } }): ReadingRow[] => {
    const row = before.get(item.key);
    return row && reading
      ? [{ ...row, ...toColumns(reading), read_at: now }]
      : [];
  });
  await insertRows(tx, 'kubernetes_readings', rows, {
    replaceOn: ['entity_ref'],
  });
  await queue.remove(
    KUBERNETES_TOPIC,
    valid
      .filter(({ item, outcome }) => outcome.isRemoved && !before.has(item.key))
      .map(({ item }) => item.key),
    transaction,
  );

  const changed = rows
    .filter(row => isOther(row, before.get(row.entity_ref)!, { maxAgeMs, now }))
    .map(row => row.entity_ref);
  if (changed.length > 0) {
    await markChanged(changed, transaction);
  }
}

function toColumns(reading: Reading): Pick<ReadingRow, 'reading' | 'problem'> {
  return 'problem' in reading
    ? { reading: null, problem: reading.problem }
    : { reading: JSON.stringify(reading.clusters), problem: null };
}

/** A reading that was too old to be believed counts as none. */
function isOther(
  row: ReadingRow,
  before: ReadingRow,
  { maxAgeMs, now }: { maxAgeMs: number; now: Date },
): boolean {
  return (
    before.read_at === null ||
    now.getTime() - new Date(before.read_at).getTime() > maxAgeMs ||
    row.reading !== before.reading ||
    row.problem !== before.problem
  );
}
