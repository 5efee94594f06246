import type {
  DocumentHistoryEntry,
  Page,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { checkLimit, decodeCursor, encodeCursor } from '../../../cursor';
import { type HistoryRow, toIso } from '../tables';

/** {@inheritdoc DocumentStore.listHistory} */
export async function listHistory(
  db: Knex,
  entityRef: string,
  page: { limit?: number; cursor?: string },
): Promise<Page<DocumentHistoryEntry>> {
  const limit = checkLimit(page.limit);
  const before =
    page.cursor &&
    decodeCursor(
      page.cursor,
      z.strictObject({ historyId: z.int().nonnegative() }),
    );
  const ofEntity = () =>
    db<HistoryRow>('document_history').where('entity_ref', entityRef);

  const rows = ofEntity()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before) {
    rows.where('id', '<', before.historyId);
  }
  const [found, [{ count }]] = await Promise.all([
    rows.select(),
    ofEntity().count({ count: '*' }),
  ]);
  const items = found.slice(0, limit);
  return {
    items: items.map(toHistoryEntry),
    ...(found.length > limit && {
      nextCursor: encodeCursor({ historyId: Number(items[limit - 1].id) }),
    }),
    totalItems: Number(count),
  };
}

function toHistoryEntry(row: HistoryRow): DocumentHistoryEntry {
  return {
    at: toIso(row.at),
    status: row.status,
    coverageRatio: row.coverage,
    sections: JSON.parse(row.sections),
    stale: Boolean(row.stale),
    ...(row.revision > 0 && { revision: row.revision }),
  };
}
