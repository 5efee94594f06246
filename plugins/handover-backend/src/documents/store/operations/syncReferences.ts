import type { Knex } from 'knex';
import { replaceDocumented } from '../../../entities/sql';
import { deriveColumns } from '../derive';
import type { ReferencedEntity } from '../DocumentStore';
import {
  type DocumentRow,
  NO_DOCUMENT,
  type RefreshRow,
  type RevisionRow,
} from '../tables';
import { lockRefreshes } from './lockRefreshes';

/** Rows in one statement: bindings are limited. */
const INSERT_BATCH = 100;

/**
 * Gives entities of the catalog their rows, and makes those whose reference
 * changed due. A batch costs one read if nothing changed.
 */
export async function syncReferences(
  db: Knex,
  batch: ReferencedEntity[],
  now: Date,
): Promise<{ due: string[] }> {
  const entities = [...batch].sort((a, b) =>
    a.entityRef < b.entityRef ? -1 : 1,
  );
  if (entities.length === 0) {
    return { due: [] };
  }
  const rows = await db<RefreshRow>('document_refreshes')
    .whereIn(
      'entity_ref',
      entities.map(entity => entity.entityRef),
    )
    .select('entity_ref', 'reference_annotation', 'entity_location');
  const known = new Map(rows.map(row => [row.entity_ref, row]));
  const differing = entities.filter(entity => {
    const row = known.get(entity.entityRef);
    const next = referenceColumns(entity);
    return (
      row?.reference_annotation !== next.reference_annotation ||
      row.entity_location !== next.entity_location
    );
  });
  if (differing.length > 0) {
    await db.transaction(async tx => {
      await lockRefreshes(
        tx,
        differing.map(entity => entity.entityRef),
      );
      await insertDocuments(
        tx,
        differing.filter(entity => !known.has(entity.entityRef)),
        now,
      );
      await writeReferences(tx, differing, now);
    });
  }
  return { due: differing.map(entity => entity.entityRef) };
}

function referenceColumns({
  reference,
}: ReferencedEntity): Pick<
  RefreshRow,
  'reference_annotation' | 'entity_location'
> {
  return {
    reference_annotation: reference?.annotation ?? null,
    entity_location: reference?.entityLocation ?? null,
  };
}

/**
 * A new reference is read in full, and a read that is under way counts for
 * nothing. What another process has written meanwhile is left alone.
 */
async function writeReferences(
  tx: Knex.Transaction,
  entities: ReferencedEntity[],
  now: Date,
): Promise<void> {
  for (let start = 0; start < entities.length; start += INSERT_BATCH) {
    await tx<RefreshRow>('document_refreshes')
      .insert(
        entities.slice(start, start + INSERT_BATCH).map(entity => ({
          entity_ref: entity.entityRef,
          ...referenceColumns(entity),
          location_key: null,
          etag: null,
          rules_version: 0,
          next_due_at: now,
          claim_token: null,
          checked_at: null,
        })),
      )
      .onConflict('entity_ref')
      .merge([
        'reference_annotation',
        'entity_location',
        'etag',
        'next_due_at',
        'claim_token',
      ])
      .where(differs =>
        differs
          .whereRaw(
            'document_refreshes.reference_annotation is distinct from excluded.reference_annotation',
          )
          .orWhereRaw(
            'document_refreshes.entity_location is distinct from excluded.entity_location',
          ),
      );
  }
}

/**
 * An entity that was in the catalog before has revisions. The latest of them
 * comes back into view, and with it what a portal's author wrote.
 */
async function insertDocuments(
  tx: Knex.Transaction,
  entities: ReferencedEntity[],
  now: Date,
): Promise<void> {
  if (entities.length === 0) {
    return;
  }
  const latest = await tx<RevisionRow>('document_revisions as r')
    .whereIn(
      'r.entity_ref',
      entities.map(entity => entity.entityRef),
    )
    .where(
      'r.number',
      tx('document_revisions as other')
        .max('other.number')
        .where('other.entity_ref', tx.ref('r.entity_ref')),
    )
    .select();
  const revisions = new Map(latest.map(row => [row.entity_ref, row]));

  const documents = entities.map(({ entityRef }): DocumentRow => {
    const revision = revisions.get(entityRef);
    return {
      entity_ref: entityRef,
      source: revision?.source ?? 'repository',
      // What a repository has now is known after the first read.
      status: revision?.source === 'portal' ? 'ok' : 'missing',
      revision: revision?.number ?? 0,
      content_hash: revision?.content_hash ?? null,
      ...(revision
        ? deriveColumns(JSON.parse(revision.document), now)
        : {
            coverage_ratio: 0,
            coverage: null,
            coverage_version: 0,
            review_due_at: NO_DOCUMENT,
          }),
      problems: '[]',
      failing_since: revision?.source === 'portal' ? null : now,
      location: revision?.location ?? null,
      updated_at: now,
    };
  });
  for (let start = 0; start < documents.length; start += INSERT_BATCH) {
    // Another process may be adding the same entities.
    await tx<DocumentRow>('documents')
      .insert(documents.slice(start, start + INSERT_BATCH))
      .onConflict('entity_ref')
      .ignore();
  }
  await replaceDocumented(
    tx,
    latest.map(row => ({
      entityRef: row.entity_ref,
      document: JSON.parse(row.document),
    })),
  );
}
