import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import type { DocumentRow, RevisionRow } from '../tables';

/** The documents of these rows' revisions in view, by entity reference. */
export async function readDocuments(
  db: Knex,
  rows: Pick<DocumentRow, 'entity_ref' | 'revision'>[],
): Promise<Map<string, HandoverDocument>> {
  const found = await db<RevisionRow>('document_revisions')
    .whereIn(
      ['entity_ref', 'number'],
      rows
        .filter(row => row.revision > 0)
        .map(row => [row.entity_ref, row.revision]),
    )
    .select('entity_ref', 'document');
  return new Map(found.map(row => [row.entity_ref, JSON.parse(row.document)]));
}
