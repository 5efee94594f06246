import type { Knex } from 'knex';
import type { WorkQueue } from '../../../queue';
import { toLocationKey } from '../locationKey';
import { REFRESH_TOPIC } from '../refreshTopic';
import { normalizeRef, type RefreshRow } from '../tables';

/**
 * Marks rows due at once. Taking the claim away makes a read that is under way
 * count for nothing: it may have seen the content from before.
 */
export async function markDue(
  db: Knex,
  queue: WorkQueue,
  where: { entityRefs: string[] } | { repository: string; files?: string[] },
): Promise<number> {
  const refs =
    'entityRefs' in where
      ? where.entityRefs.map(normalizeRef)
      : await findInRepository(db, where);
  return queue.markDue(REFRESH_TOPIC, refs);
}

/**
 * A repository has few documents: the prefix finds them through the index, and
 * which of them are meant is decided here.
 */
async function findInRepository(
  db: Knex,
  where: { repository: string; files?: string[] },
): Promise<string[]> {
  const prefix = `url:${toLocationKey(where.repository.replace(/\/+$/, ''))}/`;
  const found = await db<RefreshRow>('document_refreshes')
    .where('location_key', '>=', prefix)
    // `0` follows `/`.
    .where('location_key', '<', `${prefix.slice(0, -1)}0`)
    .select('entity_ref', 'location_key');
  const suffixes = where.files?.map(file => `/${toLocationKey(file)}`);
  return found
    .filter(({ location_key: key }) => {
      const path = decodePath(key?.split(/[?#]/, 1)[0] ?? '');
      return !suffixes || suffixes.some(suffix => path.endsWith(suffix));
    })
    .map(row => row.entity_ref);
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
