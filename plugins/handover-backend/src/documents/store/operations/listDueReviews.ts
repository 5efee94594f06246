import type { Knex } from 'knex';
import type { DueReview } from '../DocumentStore';
import { type DbTime, PENDING, toDate } from '../tables';
import { joinEntities } from './restrictDocuments';

type Row = {
  entity_ref: string;
  title: string | null;
  owner: string;
  review_due_at: DbTime;
};

/** {@inheritDoc DocumentStore.listDueReviews} */
export async function listDueReviews(
  db: Knex,
  { after, until }: { after: Date; until: Date },
): Promise<DueReview[]> {
  const rows: Row[] = await joinEntities(db)
    // A handover that was deleted need not be reviewed.
    .whereNotIn('d.status', [PENDING, 'missing'])
    .where('d.review_due_at', '>', after)
    .where('d.review_due_at', '<=', until)
    .orderBy(['d.review_due_at', 'e.title_sort', 'd.entity_ref'])
    .select('d.entity_ref', 'e.title', 'e.owner', 'd.review_due_at');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner || undefined,
    dueAt: toDate(row.review_due_at),
  }));
}
