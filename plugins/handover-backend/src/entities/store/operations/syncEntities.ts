import type { Knex } from 'knex';
import type { CatalogEntity } from '../EntityStore';
import {
  CATALOG_TABLES,
  type EntityRow,
  fingerprintOf,
  toCatalogRows,
  toEntityRow,
} from '../tables';

/** Rows in one statement: bindings are limited. */
const BATCH = 100;

/**
 * Makes the mirror follow what the catalog says about a batch of entities. The
 * batch costs one read if nothing changed; else only entities that changed are
 * written, all of them in the same few statements.
 */
export async function syncEntities(
  db: Knex,
  batch: CatalogEntity[],
  now: Date,
): Promise<{ added: string[]; changed: string[] }> {
  // One that comes twice counts as it came last. In order, no two processes
  // that write the same entities can wait for each other.
  const entities = [
    ...new Map(batch.map(entity => [entity.entityRef, entity])).values(),
  ].sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  if (entities.length === 0) {
    return { added: [], changed: [] };
  }

  const rows = await db<EntityRow>('entities')
    .whereIn(
      'entity_ref',
      entities.map(entity => entity.entityRef),
    )
    .select('entity_ref', 'fingerprint');
  const known = new Map(rows.map(row => [row.entity_ref, row.fingerprint]));
  const differing = entities.filter(
    entity => known.get(entity.entityRef) !== fingerprintOf(entity),
  );
  if (differing.length > 0) {
    await db.transaction(tx => writeEntities(tx, differing, now));
  }

  const refs = differing.map(entity => entity.entityRef);
  return {
    added: refs.filter(ref => !known.has(ref)),
    changed: refs.filter(ref => known.has(ref)),
  };
}

async function writeEntities(
  tx: Knex.Transaction,
  entities: CatalogEntity[],
  now: Date,
): Promise<void> {
  for (let start = 0; start < entities.length; start += BATCH) {
    const slice = entities.slice(start, start + BATCH);
    const columns = slice.map(entity => toEntityRow(entity, now));
    await tx<EntityRow>('entities')
      .insert(columns.map(row => ({ ...row, tier: 0 })))
      .onConflict('entity_ref')
      // The tier belongs to the handover: it stays.
      .merge(Object.keys(columns[0]) as (keyof EntityRow)[]);

    const refs = slice.map(entity => entity.entityRef);
    const rows = slice.map(toCatalogRows);
    for (const table of CATALOG_TABLES) {
      await tx(table).whereIn('entity_ref', refs).delete();
      await tx.batchInsert(
        table,
        rows.flatMap(each => each[table]),
        BATCH,
      );
    }
  }
}
