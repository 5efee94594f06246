import type { DocumentFactReader } from '../DocumentFactReader';
import type {
  DocumentHistoryEntry,
  DocumentSource,
  DocumentState,
  DocumentStatus,
  DocumentSummary,
  FleetSummary,
  HandoverDocument,
  Page,
  PartialDocument,
  Problem,
  Revision,
  RevisionSummary,
} from '@backstage-handover/plugin-handover-common';
import type { EntityFilter } from '../../entities/EntitiesService';
import type { WorkItem } from '../../queue';

/** An entity that can have a handover. */
export type ReferencedEntity = {
  /** Full reference in lower case, `component:default/orders`. */
  entityRef: string;
  /**
   * Where its handover is looked for, `url:https://…` or `file:/…`; absent
   * where nothing points to one.
   */
  reference?: DocumentReference;
};

/** Where a document is looked for. */
export type DocumentReference = {
  /** Target of the annotation `handover.dev/ref`; absent for a sibling. */
  annotation?: string;
  /** The entity's own location, `url:https://…` or `file:/…`. */
  entityLocation: string;
};

export type DocumentSortField =
  | 'entityRef'
  | 'title'
  | 'owner'
  | 'system'
  | 'tier'
  | 'coverage'
  | 'status'
  | 'reviewDueAt'
  | 'updatedAt';

/** In a filter by owner, system or domain: entities without one. */
export const NONE = 'none';

/** Which documents lists and figures are about. */
export type DocumentFilter = {
  /** Full entity references, or {@link NONE}. */
  owner?: string[];
  /** Whether `owner` includes all groups below the given ones. */
  ownerTree?: boolean;
  /** Full entity references, or {@link NONE}. */
  system?: string[];
  /** Full entity references, or {@link NONE}. */
  domain?: string[];
  tier?: number[];
  status?: DocumentStatus[];
  /** Bounds of the coverage ratio, both inclusive, 0 to 1. */
  coverage?: { min?: number; max?: number };
  stale?: boolean;
  /** Words that must all occur in the entity's name, title, owner, system or tags. */
  q?: string;
  /** Restricts what the viewer may see; ANDed with the rest. */
  filter?: EntityFilter;
};

export type FleetQuery = DocumentFilter & {
  groupBy?: 'owner' | 'system' | 'domain';
  /** Largest groups to return, 1 to 500; default 50. */
  limit?: number;
};

export type FleetFiguresByGroup = Omit<FleetSummary, 'catalogOutdatedSince'>;

export type DocumentListQuery = DocumentFilter & {
  /** Default: by `entityRef`, ascending. When ascending, rows without owner,
   * system or tier, and documents never reviewed come first; rows without a
   * document have no review and come last. */
  sort?: { field: DocumentSortField; order: 'asc' | 'desc' };
  /** Whether each item has its document, or the coverage of its sections. */
  include?: 'document' | 'coverage';
  /** 1 to 500, with documents to 100; default 50. */
  limit?: number;
  /** `nextCursor` of the page before; the rest of the query must be the same. */
  cursor?: string;
};

/** One documented failure: what is seen, where it comes from, what helps. */
export type Failure = NonNullable<
  NonNullable<HandoverDocument['failures']>['items']
>[number];

export type FailureQuery = {
  /** In lower case, at least one. A failure with more of them is better. */
  words: string[];
  /** Full entity reference. */
  owner?: string;
  /** Full entity reference. */
  system?: string;
  /** Restricts what the viewer may see; ANDed with the rest. */
  filter?: EntityFilter;
  limit: number;
};

export type FoundFailure = {
  entityRef: string;
  title?: string;
  owner?: string;
  failure: Failure;
  /** 0 to 1: 1 where all words are in what is seen. */
  score: number;
};

export type NewRevision = {
  source: DocumentSource;
  yaml: string;
  document: HandoverDocument;
  author?: string;
  message?: string;
  /** The commit or URL it was read from. */
  location?: string;
};

/** A row that one process has claimed to read again. Its key is the entity. */
export type ClaimedDocument = WorkItem & {
  entityRef: string;
  reference?: DocumentReference;
  /** Of the last read; absent where the content must be read in full. */
  etag?: string;
};

/** What reading a document came to. */
export type ReadOutcome =
  | { status: 'unchanged' }
  | {
      status: 'ok';
      yaml: string;
      document: HandoverDocument;
      /** Warnings only. */
      problems: Problem[];
      location: string;
      etag?: string;
    }
  | {
      status: Exclude<DocumentStatus, 'ok'>;
      problems: Problem[];
      /** Of an invalid document: what can be shown until it is valid. */
      partial?: PartialDocument;
      location?: string;
      etag?: string;
    };

export type RecordedOutcome = {
  entityRef: string;
  claimToken: string;
  outcome: ReadOutcome;
  nextDueAt: Date;
};

/**
 * What recording did: `lost` means that the claim was no longer valid (the
 * entity left the catalog, or the row was marked due again), and nothing was
 * written.
 */
export type RecordResult = {
  entityRef: string;
  result: 'unchanged' | 'updated' | 'revised' | 'lost';
};

/** A {@link DocumentState} as text, for who passes it on. */
export type DocumentStateText = {
  /** Number of the revision in view, 0 for none. */
  revision: number;
  json: string;
};

/** The state that is stored, which may not be known yet. */
export type StoredStateText = DocumentStateText & {
  /** Whether the document that the entity refers to was never read. */
  isPending: boolean;
};

/** A handover whose review ended. */
export type DueReview = {
  entityRef: string;
  title?: string;
  /** Main owner. */
  owner?: string;
  /** When it ended. */
  dueAt: Date;
};

/** An environment that a handover names. */
export type DocumentEnvironment = NonNullable<
  NonNullable<HandoverDocument['environments']>['items']
>[number];

/** Keeps the handovers, their revisions, and when each is to be read again. */
export interface DocumentStore extends DocumentFactReader {
  /** The present state, or undefined where no such entity is known. */
  get(entityRef: string): Promise<DocumentState | undefined>;

  /** The same as text, for a fraction of the work. */
  getText(entityRef: string): Promise<StoredStateText | undefined>;

  /**
   * Only the environments. Empty if there is no readable handover, undefined if
   * it was never read.
   */
  getEnvironments(
    entityRef: string,
  ): Promise<DocumentEnvironment[] | undefined>;

  /** @throws InputError if the cursor is malformed or of another order. */
  list(query: DocumentListQuery): Promise<Page<DocumentSummary>>;

  /**
   * Counts what {@link DocumentStore.list} lists, in all and by group, the
   * largest group first. A service with several owners counts for each.
   */
  summarize(query: FleetQuery): Promise<FleetFiguresByGroup>;

  /** Documented failures of the revisions in view, the best match first. */
  findFailures(query: FailureQuery): Promise<FoundFailure[]>;

  /** Newest first. Also answers for entities that left the catalog. */
  listRevisions(
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<Page<RevisionSummary>>;

  getRevision(entityRef: string, number: number): Promise<Revision | undefined>;

  /**
   * How the state changed over time, the newest change first. Also answers for
   * entities that left the catalog.
   *
   * @throws InputError if the cursor is malformed or of another list.
   */
  listHistory(
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<Page<DocumentHistoryEntry>>;

  /**
   * Computes again what is stored of documents in view by rules that are no
   * longer in force. Returns how many.
   */
  deriveOutdated(options: { signal: AbortSignal }): Promise<number>;

  /**
   * Stores the state of documents that became stale, or that have no history
   * yet. Every other change is stored when it happens.
   *
   * @returns how many.
   */
  recordHistory(options: { signal: AbortSignal }): Promise<number>;

  /**
   * Removes history that is older, except what still held at that time. Returns
   * how many rows.
   */
  removeHistoryBefore(time: Date): Promise<number>;

  /**
   * Adds a revision and puts it in view. The content has been checked by the
   * caller.
   *
   * @param options.expectedRevision - Number of the revision in view, 0 for none.
   * @throws NotFoundError if the entity is not known.
   * @throws RevisionMismatchError if another revision is in view (HTTP 412).
   * @throws ConflictError if the document is kept in a repository (HTTP 409).
   */
  addRevision(
    entityRef: string,
    options: { expectedRevision: number; revision: NewRevision },
  ): Promise<RevisionSummary>;

  /**
   * Gives entities that the mirror knows their rows. A new one, and one whose
   * reference changed, is due at once. Only reads if nothing changed.
   *
   * @returns references of those that are due.
   */
  syncReferences(entities: ReferencedEntity[]): Promise<{ due: string[] }>;

  /** References of rows whose entity is not mirrored, or not of these kinds. */
  listStray(options: { kinds: string[]; limit: number }): Promise<string[]>;

  /** Removes rows of entities that left the catalog. Their revisions stay. */
  remove(entityRefs: string[]): Promise<void>;

  /**
   * Claims rows that are due, the longest due first. A row that is claimed by
   * one process is not given to another until the claim expires.
   *
   * @param options.entityRef - Claims this row, whether it is due or not.
   */
  claim(options: {
    limit: number;
    claimUntil: Date;
    entityRef?: string;
  }): Promise<ClaimedDocument[]>;

  /** Records what was read, in one transaction. */
  recordOutcomes(outcomes: RecordedOutcome[]): Promise<RecordResult[]>;

  /**
   * Marks rows due at once, also those that are being read right now. Returns
   * how many.
   *
   * @param where.repository - URL of a repository; with `files`, only
   *   documents at these paths in it.
   */
  markDue(
    where: { entityRefs: string[] } | { repository: string; files?: string[] },
  ): Promise<number>;

  /**
   * Handovers whose review ended in a stretch of time, the earliest first.
   *
   * @param range.until - Belongs to the stretch; `after` does not.
   */
  listDueReviews(range: { after: Date; until: Date }): Promise<DueReview[]>;

  /** How many entities are in each state. */
  countByStatus(): Promise<Record<DocumentStatus, number>>;
}
