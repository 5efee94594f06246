import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { RULES_VERSION } from '../derive';
import type { ClaimedDocument } from '../DocumentStore';
import type { RefreshRow } from '../tables';

/**
 * Takes rows that are due in one statement, and moves their due time to when
 * the claim expires. A process that dies loses its claims that way, and
 * nothing else has to look for them.
 */
export async function claimDocuments(
  db: Knex,
  options: { limit: number; claimUntil: Date; entityRef?: string; now: Date },
): Promise<ClaimedDocument[]> {
  const { limit, claimUntil, entityRef, now } = options;
  const claimToken = randomUUID();

  const update = db<RefreshRow>('document_refreshes')
    .update({ next_due_at: claimUntil, claim_token: claimToken })
    .returning([
      'entity_ref',
      'reference_annotation',
      'entity_location',
      'etag',
      'rules_version',
    ]);

  if (entityRef !== undefined) {
    update.where('entity_ref', entityRef);
  } else {
    const due = db<RefreshRow>('document_refreshes')
      .select('entity_ref')
      .where('next_due_at', '<=', now)
      .orderBy('next_due_at')
      .limit(limit);
    if (db.client.config.client.includes('pg')) {
      // Rows that another process is claiming right now are passed over
      // instead of waited for. As a common table expression the selection runs
      // once; a plain subquery may be run again, and then take more rows.
      update
        .with('due', due.forUpdate().skipLocked())
        .whereIn('entity_ref', db('due').select('entity_ref'));
    } else {
      update.whereIn('entity_ref', due);
    }
  }

  const rows = await update;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    claimToken,
    ...(row.entity_location === null
      ? {}
      : {
          reference: {
            entityLocation: row.entity_location,
            annotation: row.reference_annotation ?? undefined,
          },
        }),
    etag:
      row.rules_version === RULES_VERSION ? row.etag ?? undefined : undefined,
  }));
}
