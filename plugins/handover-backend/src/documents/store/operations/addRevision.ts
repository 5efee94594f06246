import type { RevisionSummary } from '@backstage-handover/plugin-handover-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { contentHash, deriveColumns } from '../derive';
import type { NewRevision } from '../DocumentStore';
import { RevisionMismatchError } from '../RevisionMismatchError';
import {
  type DocumentRow,
  type RevisionRow,
  toRevisionSummary,
} from '../tables';
import { nextNumbers } from './nextNumbers';
import { indexRevisions } from './indexRevisions';

/**
 * Adds a revision if the one that the writer saw is still in view. The row is
 * locked meanwhile, so that of two writers one is told about the other.
 */
export async function addRevision(
  db: Knex,
  entityRef: string,
  options: { expectedRevision: number; revision: NewRevision },
  now: Date,
): Promise<RevisionSummary> {
  const { expectedRevision, revision } = options;
  return db.transaction(async tx => {
    const current = await tx<DocumentRow>('documents')
      .where('entity_ref', entityRef)
      .forUpdate()
      .first('source', 'status', 'revision', 'location');
    if (!current) {
      throw new NotFoundError(`No entity '${entityRef}' can have a handover`);
    }
    if (
      revision.source === 'portal' &&
      current.source === 'repository' &&
      current.status !== 'missing'
    ) {
      throw new ConflictError(
        `The handover of '${entityRef}' is kept in a repository and changed there${
          current.location ? `: ${current.location}` : ''
        }`,
      );
    }
    if (current.revision !== expectedRevision) {
      throw new RevisionMismatchError({
        entityRef,
        expectedRevision,
        currentRevision: current.revision,
      });
    }

    const numbers = await nextNumbers(tx, [entityRef]);
    const row: RevisionRow = {
      entity_ref: entityRef,
      number: numbers(entityRef),
      source: revision.source,
      content_hash: contentHash(revision.yaml),
      yaml: revision.yaml,
      document: JSON.stringify(revision.document),
      author: revision.author ?? null,
      message: revision.message ?? null,
      location: revision.location ?? null,
      created_at: now,
    };
    await tx<RevisionRow>('document_revisions').insert(row);
    await indexRevisions(tx, [row]);
    await tx<DocumentRow>('documents')
      .where('entity_ref', entityRef)
      .update({
        source: row.source,
        revision: row.number,
        content_hash: row.content_hash,
        updated_at: now,
        ...deriveColumns(revision.document, now),
        // A file in a repository that cannot be used stays a problem.
        ...(current.status === 'missing'
          ? {
              status: 'ok' as const,
              problems: '[]',
              failing_since: null,
              location: row.location,
            }
          : {}),
      });
    return toRevisionSummary(row);
  });
}
