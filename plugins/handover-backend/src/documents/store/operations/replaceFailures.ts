import type { Knex } from 'knex';
import type { FailureRow, RevisionRow } from '../tables';
import { toFailureRows } from '../toFailureRows';

/** Makes the failures of new revisions the ones that are found. */
export async function replaceFailures(
  tx: Knex.Transaction,
  revisions: Pick<RevisionRow, 'entity_ref' | 'number' | 'document'>[],
): Promise<void> {
  await tx<FailureRow>('document_failures')
    .whereIn(
      'entity_ref',
      revisions.map(revision => revision.entity_ref),
    )
    .delete();
  const rows = revisions.flatMap(toFailureRows);
  if (rows.length > 0) {
    await tx.batchInsert('document_failures', rows, 100);
  }
}
