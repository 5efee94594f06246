import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import type { RevisionInView } from '../../DocumentFactReader';
import { type DocumentRow, NEVER_REVIEWED, PENDING, toDate } from '../tables';

/** {@inheritDoc DocumentFactReader.readRevisions} */
export async function readRevisions(
  db: Knex,
  entityRefs: string[],
  now: Date,
): Promise<Map<string, RevisionInView>> {
  const rows: Pick<
    DocumentRow,
    'entity_ref' | 'revision' | 'review_due_at' | 'status'
  >[] = await db<DocumentRow>('documents')
    .where(isOneOf(db, 'entity_ref', entityRefs))
    .whereNot('status', PENDING)
    .select('entity_ref', 'revision', 'review_due_at', 'status');
  return new Map(
    rows.map(row => {
      const dueAt = toDate(row.review_due_at);
      return [
        row.entity_ref,
        {
          revision: row.revision,
          ...(dueAt > now && dueAt > NEVER_REVIEWED && { reviewDueAt: dueAt }),
          ...(row.status === 'missing' &&
            row.revision > 0 && { isDeleted: true as const }),
          ...(row.revision === 0 &&
            (row.status === 'invalid' || row.status === 'unreachable') && {
              isUnread: true as const,
            }),
        },
      ];
    }),
  );
}
