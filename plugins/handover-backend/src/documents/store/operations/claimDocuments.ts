import type { Knex } from 'knex';
import type { WorkQueue } from '../../../queue';
import { RULES_VERSION } from '../derive';
import type { ClaimedDocument } from '../DocumentStore';
import { REFRESH_TOPIC } from '../refreshTopic';
import type { RefreshRow } from '../tables';

/** Claims rows that are due, and reads where their documents are. */
export async function claimDocuments(
  db: Knex,
  queue: WorkQueue,
  options: { limit: number; claimUntil: Date; entityRef?: string },
): Promise<ClaimedDocument[]> {
  const { entityRef: key, ...rest } = options;
  const items = await queue.claim(REFRESH_TOPIC, { ...rest, key });
  if (items.length === 0) {
    return [];
  }
  const rows = await db<RefreshRow>('document_refreshes')
    .whereIn(
      'entity_ref',
      items.map(item => item.key),
    )
    .select(
      'entity_ref',
      'reference_annotation',
      'entity_location',
      'etag',
      'rules_version',
    );
  const byRef = new Map(rows.map(row => [row.entity_ref, row]));
  return items.flatMap(item => {
    // Without a row, the entity left the catalog a moment ago.
    const row = byRef.get(item.key);
    return row
      ? {
          ...item,
          entityRef: item.key,
          ...(row.entity_location === null
            ? {}
            : {
                reference: {
                  entityLocation: row.entity_location,
                  annotation: row.reference_annotation ?? undefined,
                },
              }),
          etag:
            row.rules_version === RULES_VERSION
              ? row.etag ?? undefined
              : undefined,
        }
      : [];
  });
}
