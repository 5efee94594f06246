import type { Knex } from 'knex';
import { deriveColumns, RULES_VERSION } from '../derive';
import type { DocumentRow } from '../tables';
import { readDocuments } from './readDocuments';

/** A document may have 256 KiB; a batch of them must fit into memory with ease. */
const BATCH = 50;

/**
 * Brings the columns that come from documents up to the rules that are in force.
 * Documents in repositories are read again when the rules change, but those that
 * are edited in the portal, and those that can't be read, are not.
 *
 * @returns how many documents.
 */
export async function deriveOutdated(
  db: Knex,
  options: { now: Date; signal: AbortSignal },
): Promise<number> {
  const { now, signal } = options;
  let count = 0;
  let after = '';
  for (;;) {
    signal.throwIfAborted();
    const rows = await db<DocumentRow>('documents')
      .where('entity_ref', '>', after)
      .where('revision', '>', 0)
      .where(outdated =>
        outdated
          .whereNull('covered_sections')
          .orWhereNot('coverage_version', RULES_VERSION),
      )
      .orderBy('entity_ref')
      .limit(BATCH)
      .select('entity_ref', 'revision');
    const last = rows.at(-1);
    if (!last) {
      return count;
    }
    after = last.entity_ref;
    const documents = await readDocuments(db, rows);
    for (const { entity_ref, revision } of rows) {
      const document = documents.get(entity_ref);
      if (document) {
        // Whoever changes it in the meantime derives its columns as well.
        count += await db<DocumentRow>('documents')
          .where({ entity_ref, revision })
          .update(deriveColumns(document, now));
      }
    }
  }
}
