import type {
  DocumentHistoryEntry,
  DocumentPage,
  DocumentState,
  FleetSummary,
  Page,
  Revision,
  RevisionDiff,
  RevisionSummary,
  ValidationResult,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../entities/EntitiesService';
import type {
  DocumentEnvironment,
  DocumentListQuery,
  DocumentStateText,
  FleetQuery,
  FoundFailure,
} from './store';

export type { FoundFailure } from './store';

/** On whose behalf something is done. */
export type ServiceOptions = { credentials: BackstageCredentials };

/** Levels of scorecards, each as `<scorecard>:<level>`. */
type WithLevel = { level?: string[] };

/** Which handovers are listed. `levels` are those of scorecards. */
export type ListRequest = Omit<DocumentListQuery, 'include'> &
  WithLevel & { include?: DocumentListQuery['include'] | 'levels' };

/** Which handovers are counted. */
export type SummaryRequest = FleetQuery & WithLevel;

export type PutDocumentRequest = {
  yaml: string;
  /** What changed and why. */
  message?: string;
  /** Number of the revision that the change was made from, 0 for none. */
  expectedRevision: number;
};

/** What failure is looked for. */
export type FindFailuresRequest = {
  /** The symptom in words: an error message, a reason, or what users report. */
  symptom: string;
  /** Full reference of the owner. */
  owner?: string;
  /** Full reference of the system. */
  system?: string;
  /** 1 to 50, default 10. */
  limit?: number;
  /** Restricts what the viewer may see. */
  filter?: EntityFilter;
};

/**
 * Handovers of catalog entities. Entity references are full and in lower case.
 * Every method throws a NotFoundError where the catalog has no such entity.
 */
export interface DocumentsService {
  /** The present state; status `missing` where the entity has no handover. */
  getDocument(
    entityRef: string,
    options: ServiceOptions,
  ): Promise<DocumentState>;

  /** The same as text: nothing is parsed only to be written again. */
  getDocumentText(
    entityRef: string,
    options: ServiceOptions,
  ): Promise<DocumentStateText>;

  /** The environments of its handover. Empty if it has none. */
  getEnvironments(
    entityRef: string,
    options: ServiceOptions,
  ): Promise<DocumentEnvironment[]>;

  /**
   * @throws InputError if the cursor is malformed or of another query, or if
   *   there is no such level.
   */
  listDocuments(
    query: ListRequest,
    options: ServiceOptions,
  ): Promise<DocumentPage>;

  /** Counts what {@link DocumentsService.listDocuments} lists. */
  summarizeDocuments(
    query: SummaryRequest,
    options: ServiceOptions,
  ): Promise<FleetSummary>;

  /**
   * Failures that some handover documents and that look like a symptom, the
   * best match first.
   *
   * @throws InputError if the symptom contains no words to search for
   */
  findFailures(
    request: FindFailuresRequest,
    options: ServiceOptions,
  ): Promise<FoundFailure[]>;

  /** Newest first. */
  listRevisions(
    entityRef: string,
    page: { limit?: number; cursor?: string },
    options: ServiceOptions,
  ): Promise<Page<RevisionSummary>>;

  /** How the state changed over time, the newest change first. */
  listHistory(
    entityRef: string,
    page: { limit?: number; cursor?: string },
    options: ServiceOptions,
  ): Promise<Page<DocumentHistoryEntry>>;

  /** @throws NotFoundError if there is no such revision. */
  getRevision(
    entityRef: string,
    number: number,
    options: ServiceOptions,
  ): Promise<Revision>;

  /** @throws NotFoundError if there is no such revision. */
  getDiff(
    entityRef: string,
    revisions: { from: number; to: number },
    options: ServiceOptions,
  ): Promise<RevisionDiff>;

  /**
   * Stores a new revision. The content of the revision in view makes no new one.
   *
   * @throws InvalidDocumentError if the document has errors (HTTP 400).
   * @throws ConflictError if the document is kept in a repository (HTTP 409).
   * @throws RevisionMismatchError if another revision is in view (HTTP 412).
   */
  putDocument(
    entityRef: string,
    request: PutDocumentRequest,
    options: ServiceOptions,
  ): Promise<DocumentState>;

  /** Checks a document and stores nothing. */
  validateDocument(
    yaml: string,
    options: ServiceOptions,
  ): Promise<ValidationResult>;
}
