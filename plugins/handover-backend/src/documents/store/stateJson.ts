import type { Problem } from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import { RULES_VERSION } from './derive';
import {
  type DbTime,
  type DocumentRow,
  PENDING,
  type RevisionRow,
  toDate,
  toOptionalIso,
  toReviewDueAt,
  toRevisionSummary,
} from './tables';

/** A row of an entity with its revision in view. */
export type StateRow = Pick<
  DocumentRow,
  | 'entity_ref'
  | 'source'
  | 'status'
  | 'coverage'
  | 'coverage_version'
  | 'review_due_at'
  | 'problems'
  | 'failing_since'
  | 'location'
  | 'partial_document'
> & { checked_at: DbTime | null } & (
    | {
        revision_number: number;
        revision_source: RevisionRow['source'];
        revision_content_hash: string;
        revision_document: string;
        revision_author: string | null;
        revision_message: string | null;
        revision_location: string | null;
        revision_created_at: DbTime;
      }
    | { revision_number: null }
  );

/** The problem if a request waited for the first read of a document without success. */
const NOT_READ_YET = JSON.stringify([
  {
    path: '',
    severity: 'error',
    message: 'The document has not been read yet. Try again in a moment',
  } satisfies Problem,
]);

/**
 * The state of a handover as JSON text. What is stored as JSON goes into it as
 * it is: parsing a document only to write it again would be most of the work
 * of the request that every tab begins with.
 */
export function toStateJson(row: StateRow, now: Date): string {
  const { entity_ref: entityRef, source } = row;
  const isPending = row.status === PENDING;
  const hasRevision = row.revision_number !== null;
  const first = JSON.stringify({
    entityRef,
    source,
    status: isPending ? 'unreachable' : row.status,
    revision: hasRevision
      ? toRevisionSummary({
          number: row.revision_number,
          source: row.revision_source,
          content_hash: row.revision_content_hash,
          author: row.revision_author,
          message: row.revision_message,
          location: row.revision_location,
          created_at: row.revision_created_at,
        })
      : undefined,
  });
  const last = JSON.stringify({
    failingSince: toOptionalIso(row.failing_since),
    location: row.location ?? undefined,
    checkedAt: toOptionalIso(row.checked_at),
    stale: toDate(row.review_due_at) <= now,
    reviewDueAt: toReviewDueAt(row.review_due_at),
  });
  const document = hasRevision ? `,"document":${row.revision_document}` : '';
  // It is only ever shown in the place of a document, and never taken for one.
  const partial =
    row.status === 'invalid' && !hasRevision && row.partial_document !== null
      ? `,"partial":${row.partial_document}`
      : '';
  return `${first.slice(0, -1)}${document}${partial},"coverage":${coverageJson(
    row,
  )},"problems":${isPending ? NOT_READ_YET : row.problems},${last.slice(1)}`;
}

/** The stored coverage, unless what is required changed since it was computed. */
function coverageJson(row: StateRow): string {
  if (row.coverage !== null && row.coverage_version === RULES_VERSION) {
    return row.coverage;
  }
  return JSON.stringify(
    coverageOf(
      row.revision_number === null
        ? undefined
        : JSON.parse(row.revision_document),
    ),
  );
}
