import type { Knex } from 'knex';
import { replaceDocumented } from '../../../entities/sql';
import { deriveColumns } from '../derive';
import type { WorkQueue } from '../../../queue';
import type { ReferencedEntity } from '../DocumentStore';
import { REFRESH_TOPIC } from '../refreshTopic';
import {
  type DocumentRow,
  NO_DOCUMENT,
  PENDING,
  type RefreshRow,
  type RevisionRow,
  type StoredStatus,
} from '../tables';

/** Rows in one statement: bindings are limited. */
const INSERT_BATCH = 100;

/**
 * Gives entities of the catalog their rows, and makes those whose reference
 * changed due. A batch costs one read if nothing changed.
 */
export async function syncReferences(
  db: Knex,
  batch: ReferencedEntity[],
  options: { queue: WorkQueue; now: Date },
): Promise<{ due: string[] }> {
  const { differing } = await compare(db, batch);
  if (differing.length === 0) {
    return { due: [] };
  }
  return db.transaction(async tx => {
    await options.queue.lock(REFRESH_TOPIC, refsOf(differing), {
      transaction: tx,
    });
    // Another process may have written them meanwhile.
    const { added, changed } = await compare(tx, differing);
    await insertDocuments(tx, added, options);
    await options.queue.markDue(REFRESH_TOPIC, refsOf(changed), {
      at: options.now,
      transaction: tx,
    });
    await writeReferences(tx, [...added, ...changed]);
    await markPending(tx, changed);
    return { due: refsOf([...added, ...changed]) };
  });
}

/** The entities without rows, and those whose reference is another one. */
async function compare(db: Knex, entities: ReferencedEntity[]) {
  const rows = await db<RefreshRow>('document_refreshes')
    .whereIn('entity_ref', refsOf(entities))
    .select('entity_ref', 'reference_annotation', 'entity_location');
  const known = new Map(rows.map(row => [row.entity_ref, row]));
  const added = entities.filter(({ entityRef }) => !known.has(entityRef));
  const changed = entities.filter(entity => {
    const row = known.get(entity.entityRef);
    const next = referenceColumns(entity);
    return (
      row !== undefined &&
      (row.reference_annotation !== next.reference_annotation ||
        row.entity_location !== next.entity_location)
    );
  });
  return { added, changed, differing: [...added, ...changed] };
}

function refsOf(entities: ReferencedEntity[]): string[] {
  return entities.map(({ entityRef }) => entityRef);
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

/** What a repository has is known after the first read. */
function unreadStatus({ reference }: ReferencedEntity): StoredStatus {
  return reference ? PENDING : 'missing';
}

/** What was missing at the former reference may be at the new one. */
async function markPending(
  tx: Knex.Transaction,
  entities: ReferencedEntity[],
): Promise<void> {
  for (let start = 0; start < entities.length; start += INSERT_BATCH) {
    const batch = entities.slice(start, start + INSERT_BATCH);
    for (const status of ['missing', PENDING] as const) {
      await tx<DocumentRow>('documents')
        .whereIn('status', ['missing', PENDING])
        .whereIn(
          'entity_ref',
          refsOf(batch.filter(entity => unreadStatus(entity) === status)),
        )
        .update({ status });
    }
  }
}

/** A new reference is read in full. */
async function writeReferences(
  tx: Knex.Transaction,
  entities: ReferencedEntity[],
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
          checked_at: null,
        })),
      )
      .onConflict('entity_ref')
      .merge(['reference_annotation', 'entity_location', 'etag']);
  }
}

/**
 * An entity that was in the catalog before has revisions. The latest of them
 * comes back into view, and with it what a portal's author wrote.
 */
async function insertDocuments(
  tx: Knex.Transaction,
  entities: ReferencedEntity[],
  { queue, now }: { queue: WorkQueue; now: Date },
): Promise<void> {
  if (entities.length === 0) {
    return;
  }
  // Another process may be adding the same entities.
  await queue.add(
    REFRESH_TOPIC,
    refsOf(entities).map(key => ({ key, dueAt: now })),
    { transaction: tx },
  );
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

  const documents = entities.map((entity): DocumentRow => {
    const { entityRef } = entity;
    const revision = revisions.get(entityRef);
    return {
      entity_ref: entityRef,
      source: revision?.source ?? 'repository',
      status: revision?.source === 'portal' ? 'ok' : unreadStatus(entity),
      revision: revision?.number ?? 0,
      content_hash: revision?.content_hash ?? null,
      ...(revision
        ? deriveColumns(JSON.parse(revision.document), now)
        : {
            coverage_ratio: 0,
            coverage: null,
            coverage_version: 0,
            covered_sections: null,
            partial_sections: null,
            review_due_at: NO_DOCUMENT,
          }),
      problems: '[]',
      failing_since: revision?.source === 'portal' ? null : now,
      location: revision?.location ?? null,
      partial_document: null,
      updated_at: now,
    };
  });
  for (let start = 0; start < documents.length; start += INSERT_BATCH) {
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
