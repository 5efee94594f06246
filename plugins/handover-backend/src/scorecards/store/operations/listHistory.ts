import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { checkLimit, decodeCursor, encodeCursor } from '../../../cursor';
import type { ScorecardHistoryEntry } from '@backstage-handover/plugin-handover-common';
import { type HistoryRow, toIso } from '../tables';

/** {@inheritDoc ScorecardStore.listHistory} */
export async function listHistory(
  db: Knex,
  entityRef: string,
  scorecard: string,
  page: { limit?: number; cursor?: string },
): Promise<{
  items: ScorecardHistoryEntry[];
  nextCursor?: string;
  totalItems: number;
}> {
  const limit = checkLimit(page.limit);
  const before =
    page.cursor &&
    decodeCursor(page.cursor, z.strictObject({ scoreId: z.int().min(0) }));
  const entries = () =>
    db<HistoryRow>('scorecard_history').where({
      entity_ref: entityRef,
      scorecard,
    });
  const rows = entries()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before) {
    rows.where('id', '<', before.scoreId);
  }
  const [found, [{ count }]] = await Promise.all([
    rows.select(),
    entries().count({ count: '*' }),
  ]);
  const items = found.slice(0, limit);
  return {
    items: items.map(toEntry),
    ...(found.length > limit && {
      nextCursor: encodeCursor({ scoreId: Number(items[limit - 1].id) }),
    }),
    totalItems: Number(count),
  };
}

function toEntry(row: HistoryRow): ScorecardHistoryEntry {
  return {
    at: toIso(row.at),
    version: row.version,
    level: row.level ?? undefined,
    levelHeld: Boolean(row.level_held),
    score: row.score ?? undefined,
    outcomes: JSON.parse(row.outcomes),
  };
}
