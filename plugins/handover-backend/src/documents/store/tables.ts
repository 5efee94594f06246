import type {
  Coverage,
  DocumentSource,
  DocumentStatus,
  DocumentSummary,
  Problem,
  RevisionSummary,
} from '@backstage-handover/plugin-handover-common';

// Rows as they are in the database, and what they mean.

/** A point in time: SQLite gives milliseconds, PostgreSQL dates. */
export type DbTime = Date | number | string;

/**
 * `pending`: the document that the entity now refers to was never read. Whether it
 * exists is not known, so lists leave it out, and the state waits for the read.
 */
export type StoredStatus = DocumentStatus | 'pending';

export const PENDING = 'pending' satisfies StoredStatus;

export type DocumentRow = {
  entity_ref: string;
  source: DocumentSource;
  status: StoredStatus;
  revision: number;
  content_hash: string | null;
  coverage_ratio: number;
  coverage: string | null;
  coverage_version: number;
  covered_sections: number | null;
  partial_sections: number | null;
  review_due_at: DbTime;
  problems: string;
  failing_since: DbTime | null;
  location: string | null;
  partial_document: string | null;
  updated_at: DbTime;
};

export type RevisionRow = {
  entity_ref: string;
  number: number;
  source: DocumentSource;
  content_hash: string;
  yaml: string;
  document: string;
  author: string | null;
  message: string | null;
  location: string | null;
  created_at: DbTime;
};

export type FailureRow = {
  entity_ref: string;
  number: number;
  position: number;
  failure: string;
  search_text: string;
};

export type HistoryRow = {
  /** PostgreSQL gives large numbers as text. */
  id: number | string;
  entity_ref: string;
  at: DbTime;
  status: DocumentStatus;
  coverage: number;
  sections: string;
  stale: boolean | number;
  revision: number;
};

export type RefreshRow = {
  entity_ref: string;
  reference_annotation: string | null;
  entity_location: string | null;
  location_key: string | null;
  etag: string | null;
  rules_version: number;
  checked_at: DbTime | null;
};

/** Columns of `entities` that lists of documents show and sort by. */
export type EntityColumns = {
  title: string | null;
  title_sort: string;
  owner: string;
  system: string;
  tier: number;
};

/** Lists leave out what is pending. */
export type ListedRow = DocumentRow &
  EntityColumns & { status: DocumentStatus };

/** `review_due_at` if there is no document: sorts last and is never in the past. */
export const NO_DOCUMENT = new Date('9999-12-31T00:00:00.000Z');

/** `review_due_at` of what nobody has reviewed yet: comes first, and is past. */
export const NEVER_REVIEWED = new Date(0);

export function toDate(value: DbTime): Date {
  return new Date(value);
}

export function toIso(value: DbTime): string {
  return toDate(value).toISOString();
}

export function toOptionalIso(value: DbTime | null): string | undefined {
  return value === null ? undefined : toIso(value);
}

/** When a review expires, or undefined if there is none. */
export function toReviewDueAt(value: DbTime): string | undefined {
  const time = toDate(value).getTime();
  return time === NO_DOCUMENT.getTime() || time === NEVER_REVIEWED.getTime()
    ? undefined
    : toIso(value);
}

export function toProblems(json: string): Problem[] {
  return JSON.parse(json);
}

/** Of `documents as d` joined with `entities as e`. */
export const SUMMARY_COLUMNS = [
  'd.entity_ref',
  'e.title',
  'e.title_sort',
  'e.owner',
  'e.system',
  'e.tier',
  'd.source',
  'd.status',
  'd.revision',
  'd.coverage_ratio',
  'd.review_due_at',
  'd.updated_at',
] as const;

export function toDocumentSummary(row: ListedRow, now: Date): DocumentSummary {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner || undefined,
    system: row.system || undefined,
    tier: row.tier || undefined,
    source: row.source,
    status: row.status,
    revision: row.revision || undefined,
    coverageRatio: row.coverage_ratio,
    stale: toDate(row.review_due_at) <= now,
    reviewDueAt: toReviewDueAt(row.review_due_at),
    updatedAt: toIso(row.updated_at),
  };
}

/** Of the same, if the coverage of sections is asked for. */
export const COVERAGE_COLUMNS = ['d.coverage', 'd.problems'] as const;

export function toCoverageSummary({
  coverage,
  problems,
}: Pick<DocumentRow, 'coverage' | 'problems'>): Pick<
  DocumentSummary,
  'sections' | 'problems'
> {
  const sections: Coverage['sections'] =
    coverage === null ? {} : JSON.parse(coverage).sections;
  return {
    sections: Object.fromEntries(
      Object.entries(sections).map(([key, { state }]) => [key, state]),
    ),
    problems: toProblems(problems).length,
  };
}

export const REVISION_SUMMARY_COLUMNS = [
  'number',
  'source',
  'content_hash',
  'author',
  'message',
  'location',
  'created_at',
] as const;

export function toRevisionSummary(
  row: Pick<RevisionRow, (typeof REVISION_SUMMARY_COLUMNS)[number]>,
): RevisionSummary {
  return {
    number: row.number,
    source: row.source,
    author: row.author ?? undefined,
    message: row.message ?? undefined,
    createdAt: toIso(row.created_at),
    contentHash: row.content_hash,
    location: row.location ?? undefined,
  };
}

/** The form in which references are kept and compared. */
export function normalizeRef(entityRef: string): string {
  return entityRef.toLowerCase();
}
