import type { RevisionSummary } from '@backstage-handover/plugin-handover-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DomainEventOutbox } from '../../../events';
import { contentHash, deriveColumns } from '../derive';
import type { NewRevision } from '../DocumentStore';
import { RevisionMismatchError } from '../RevisionMismatchError';
import {
  type DocumentRow,
  type RevisionRow,
  toRevisionSummary,
} from '../tables';
import { toEvents } from '../toEvents';
import { nextNumbers } from './nextNumbers';
import { indexRevisions } from './indexRevisions';
import { recordHistory } from './recordHistory';

/**
 * Adds a revision if the one that the writer saw is still current. The row is
 * locked, so that one of two concurrent writers gets a conflict.
 */
export async function addRevision(
  db: Knex,
  entityRef: string,
  options: {
    expectedRevision: number;
    revision: NewRevision;
    outbox: DomainEventOutbox;
    now: Date;
  },
): Promise<RevisionSummary> {
  const { expectedRevision, revision, outbox, now } = options;
  return db.transaction(async tx => {
    const current = await tx<DocumentRow>('documents')
      .where('entity_ref', entityRef)
      .forUpdate()
      .first(
        'entity_ref',
        'source',
        'status',
        'revision',
        'content_hash',
        'location',
      );
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
    const columns = {
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
    };
    // It may have become stale before it changed.
    await recordHistory(tx, [entityRef], now);
    await tx<DocumentRow>('documents')
      .where('entity_ref', entityRef)
      .update(columns);
    await recordHistory(tx, [entityRef], now);
    await outbox.append(toEvents(current, columns), { transaction: tx });
    return toRevisionSummary(row);
  });
}
