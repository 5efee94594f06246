import type { Knex } from 'knex';
import type { RevisionRow } from '../tables';

/**
 * The numbers of the next revisions of some entities. They go on after the
 * highest there ever was, also when the entity had left the catalog.
 */
export async function nextNumbers(
  db: Knex,
  entityRefs: string[],
): Promise<(entityRef: string) => number> {
  const rows = await db<RevisionRow>('document_revisions')
    .whereIn('entity_ref', entityRefs)
    .groupBy('entity_ref')
    .select('entity_ref')
    .max({ highest: 'number' });
  const highest = new Map(
    rows.map(row => [row.entity_ref, Number(row.highest)]),
  );
  return entityRef => (highest.get(entityRef) ?? 0) + 1;
}
