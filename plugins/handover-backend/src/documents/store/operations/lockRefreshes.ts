import type { Knex } from 'knex';
import type { RefreshRow } from '../tables';

/**
 * Locks rows of `document_refreshes` until the transaction ends, and returns
 * their claims by entity. Whoever writes to several rows does this first, and
 * to `documents` only afterwards: always in the same order, no two of them can
 * wait for each other. SQLite needs no row locks.
 */
export async function lockRefreshes(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<Map<string, string | null>> {
  const rows = await tx<RefreshRow>('document_refreshes')
    .whereIn('entity_ref', entityRefs)
    .orderBy('entity_ref')
    .forUpdate()
    .select('entity_ref', 'claim_token');
  return new Map(rows.map(row => [row.entity_ref, row.claim_token]));
}
