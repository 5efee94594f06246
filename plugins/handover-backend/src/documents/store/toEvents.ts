import type { NewDomainEvent } from '../../events';
import { type DocumentRow, PENDING } from './tables';
import type { StateColumns } from './transition';

/** Returns the domain events for a change of a row. */
export function toEvents(
  before: Pick<
    DocumentRow,
    'entity_ref' | 'source' | 'status' | 'revision' | 'content_hash'
  >,
  columns: Partial<StateColumns>,
): NewDomainEvent[] {
  const { entity_ref: entityRef } = before;
  const { revision, source, status } = columns;
  const contentHash = columns.content_hash ?? before.content_hash;
  const events: NewDomainEvent[] = [];
  if (revision !== undefined && revision !== before.revision && contentHash) {
    events.push({
      topic: 'handover.document.changed',
      entityRef,
      data: {
        revision,
        previousRevision: before.revision,
        source: source ?? before.source,
        contentHash,
      },
    });
  }
  // Before the first read, nothing was there that anybody could have seen.
  const previousStatus = before.status === PENDING ? 'missing' : before.status;
  if (status !== undefined && status !== PENDING && status !== previousStatus) {
    events.push({
      topic: 'handover.document.status-changed',
      entityRef,
      data: { status, previousStatus },
    });
  }
  return events;
}
