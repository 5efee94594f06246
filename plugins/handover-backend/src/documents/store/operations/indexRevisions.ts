import type { Knex } from 'knex';
import { replaceDocumented } from '../../../entities/sql';
import type { FailureRow, RevisionRow } from '../tables';
import { toFailureRows } from '../toFailureRows';

/**
 * Makes failures, tier and environments of new revisions the ones that are
 * found.
 */
export async function indexRevisions(
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
  await replaceDocumented(
    tx,
    revisions.map(revision => ({
      entityRef: revision.entity_ref,
      document: JSON.parse(revision.document),
    })),
  );
}
