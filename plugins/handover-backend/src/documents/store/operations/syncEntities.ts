import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { deriveColumns } from '../derive';
import type { WorkQueue } from '../../../queue';
import type { CatalogEntry } from '../DocumentStore';
import { REFRESH_TOPIC } from '../refreshTopic';
import {
  type DocumentRow,
  NO_DOCUMENT,
  type RefreshRow,
  type RevisionRow,
} from '../tables';

const CATALOG_COLUMNS = [
  'title',
  'title_sort',
  'owner',
  'system',
  'search_text',
] as const;

const REFERENCE_COLUMNS = ['reference_annotation', 'entity_location'] as const;

/** Rows in one statement: bindings are limited. */
const INSERT_BATCH = 100;

/** Makes rows follow what the catalog says about a batch of entities. */
export async function syncEntities(
  db: Knex,
  batch: CatalogEntry[],
  options: { queue: WorkQueue; sweep?: string; now: Date },
): Promise<{ added: string[]; changed: string[] }> {
  const { queue, sweep, now } = options;
  if (batch.length === 0) {
    return { added: [], changed: [] };
  }
  const entries = [...batch].sort((a, b) =>
    a.entityRef < b.entityRef ? -1 : 1,
  );
  const refs = entries.map(entry => entry.entityRef);

  return db.transaction(async tx => {
    await queue.lock(REFRESH_TOPIC, refs, { transaction: tx });
    const rows = await tx<DocumentRow>('documents')
      .join<
        Pick<DocumentRow, (typeof CATALOG_COLUMNS)[number] | 'entity_ref'> &
          Pick<RefreshRow, (typeof REFERENCE_COLUMNS)[number]>
      >(
        'document_refreshes',
        'documents.entity_ref',
        'document_refreshes.entity_ref',
      )
      .whereIn('documents.entity_ref', refs)
      .select('documents.entity_ref', ...CATALOG_COLUMNS, ...REFERENCE_COLUMNS);
    const known = new Map(rows.map(row => [row.entity_ref, row]));

    const added = entries.filter(entry => !known.has(entry.entityRef));
    await insertRows(tx, added, { queue, now });

    const references = new Map<string, Partial<RefreshRow>>();
    const columns = new Map<string, Partial<DocumentRow>>();
    for (const entry of entries) {
      const row = known.get(entry.entityRef);
      const reference = row && differing(row, referenceColumns(entry));
      const catalog = row && differing(row, catalogColumns(entry));
      if (reference) {
        references.set(entry.entityRef, reference);
      }
      if (catalog) {
        columns.set(entry.entityRef, catalog);
      }
    }
    await queue.markDue(REFRESH_TOPIC, [...references.keys()], {
      at: now,
      transaction: tx,
    });
    for (const [entityRef, reference] of references) {
      await tx<RefreshRow>('document_refreshes')
        .where('entity_ref', entityRef)
        .update({ ...reference, etag: null });
    }
    if (sweep !== undefined) {
      await tx<RefreshRow>('document_refreshes')
        .whereIn('entity_ref', refs)
        .update({ seen_sweep: sweep });
    }
    for (const [entityRef, catalog] of columns) {
      await tx<DocumentRow>('documents')
        .where('entity_ref', entityRef)
        .update({ ...catalog, updated_at: now });
    }
    const changed = [...new Set([...references.keys(), ...columns.keys()])];
    return { added: added.map(entry => entry.entityRef), changed };
  });
}

function catalogColumns(
  entry: CatalogEntry,
): Pick<DocumentRow, (typeof CATALOG_COLUMNS)[number]> {
  const { name } = parseEntityRef(entry.entityRef);
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return {
    title: entry.title ?? null,
    title_sort: lower(entry.title ?? name),
    owner: entry.owner ?? '',
    system: entry.system ?? '',
    search_text: lower(
      [entry.entityRef, entry.title, entry.owner, entry.system, ...entry.tags]
        .filter(Boolean)
        .join(' '),
    ),
  };
}

function referenceColumns(
  entry: CatalogEntry,
): Pick<RefreshRow, (typeof REFERENCE_COLUMNS)[number]> {
  return {
    reference_annotation: entry.reference?.annotation ?? null,
    entity_location: entry.reference?.entityLocation ?? null,
  };
}

function differing<T extends object>(row: T, next: Partial<T>) {
  const same = (Object.keys(next) as (keyof T)[]).every(
    key => row[key] === next[key],
  );
  return same ? undefined : next;
}

/**
 * An entity that was in the catalog before has revisions. The latest of them
 * comes back into view, and with it what a portal's author wrote.
 */
async function insertRows(
  tx: Knex.Transaction,
  entries: CatalogEntry[],
  options: { queue: WorkQueue; now: Date },
): Promise<void> {
  const { queue, now } = options;
  if (entries.length === 0) {
    return;
  }
  const refs = entries.map(entry => entry.entityRef);
  const latest = await tx<RevisionRow>('document_revisions as r')
    .whereIn('r.entity_ref', refs)
    .where(
      'r.number',
      tx('document_revisions as other')
        .max('other.number')
        .where('other.entity_ref', tx.ref('r.entity_ref')),
    )
    .select();
  const revisions = new Map(latest.map(row => [row.entity_ref, row]));

  const documents = entries.map((entry): DocumentRow => {
    const { kind, namespace } = parseEntityRef(entry.entityRef);
    const revision = revisions.get(entry.entityRef);
    return {
      entity_ref: entry.entityRef,
      kind,
      namespace,
      ...catalogColumns(entry),
      source: revision?.source ?? 'repository',
      // What a repository has now is known after the first read.
      status: revision?.source === 'portal' ? 'ok' : 'missing',
      revision: revision?.number ?? 0,
      content_hash: revision?.content_hash ?? null,
      ...(revision
        ? deriveColumns(JSON.parse(revision.document), now)
        : {
            tier: 0,
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
  const refreshes = entries.map(
    (entry): RefreshRow => ({
      entity_ref: entry.entityRef,
      ...referenceColumns(entry),
      location_key: null,
      etag: null,
      rules_version: 0,
      checked_at: null,
      seen_sweep: null,
    }),
  );
  // Another process may be adding the same entities.
  await queue.add(
    REFRESH_TOPIC,
    refs.map(key => ({ key, dueAt: now })),
    { transaction: tx },
  );
  for (let start = 0; start < entries.length; start += INSERT_BATCH) {
    const batch = <T>(rows: T[]) => rows.slice(start, start + INSERT_BATCH);
    await tx<DocumentRow>('documents')
      .insert(batch(documents))
      .onConflict('entity_ref')
      .ignore();
    await tx<RefreshRow>('document_refreshes')
      .insert(batch(refreshes))
      .onConflict('entity_ref')
      .ignore();
  }
}
