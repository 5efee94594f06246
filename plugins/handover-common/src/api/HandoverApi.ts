import type {
  DeploymentPage,
  Metrics,
  Promotion,
  RunPage,
} from '../delivery/responses';
import type { ChangeKind } from '../gate/schema';
import type { GateDecision } from '../gate/types';
import type { RevisionDiff } from '../documents/types';
import type { operations } from './generated/schema';
import type {
  DocumentState,
  DocumentSummary,
  GateDecisions,
  Occurrences,
  Page,
  Revision,
  RevisionSummary,
  ValidationResult,
} from './types';

/** Filters, sort and page of the fleet list. */
export type ListDocumentsQuery = NonNullable<
  operations['listDocuments']['parameters']['query']
>;

/** Page of a document's revisions. */
export type ListRevisionsQuery = NonNullable<
  operations['listRevisions']['parameters']['query']
>;

/** The two revisions to compare. */
export type DiffQuery = operations['getDiff']['parameters']['query'];

/** What is asked of the gate. Without `at` it is asked for now. */
export type GateQuery = {
  environment: string;
  /** `deploy` unless set. */
  change?: ChangeKind;
  /** RFC 3339 with offset. */
  at?: string;
};

/** `[from, to)`, RFC 3339 with offset; at most 1100 days. */
export type OccurrencesQuery =
  operations['getOccurrences']['parameters']['query'];

/** Page of an entity's runs. */
export type ListRunsQuery = NonNullable<
  operations['listRuns']['parameters']['query']
>;

/** Environment and page of an entity's deployments. */
export type ListDeploymentsQuery = NonNullable<
  operations['listDeployments']['parameters']['query']
>;

/** Period of the delivery metrics, 30 days unless set. */
export type MetricsQuery = NonNullable<
  operations['getMetrics']['parameters']['query']
>;

export type PutDocumentOptions = {
  /**
   * Number of the revision that the change was made from. Without it the
   * request creates the first revision, and fails with 412 if there is one.
   */
  ifMatch?: number;
  /** What changed and why. */
  message?: string;
};

/** Options of every request. */
export type HandoverRequestOptions = {
  /** Backstage token, where the fetch API adds none: in backends and on the command line. */
  token?: string;
  signal?: AbortSignal;
};

/**
 * The HTTP API of the handover backend.
 *
 * Every method rejects with a `ResponseError` of `@backstage/errors` when the
 * backend answers with an error: 400 for a request it does not understand, 401
 * where nobody is signed in, 403 without the permission, 404 where the catalog
 * has no such entity (or it has no such revision). For a refused document the
 * problems are in `error.body.error.problems`; `problemsOfError` reads them.
 */
export interface HandoverApi {
  /** The present state of an entity's handover; `missing` if it has none. */
  getDocument(
    entityRef: string,
    options?: HandoverRequestOptions,
  ): Promise<DocumentState>;

  /** One page of the handovers that the caller may read. */
  listDocuments(
    query?: ListDocumentsQuery,
    options?: HandoverRequestOptions,
  ): Promise<Page<DocumentSummary>>;

  /** One page of revisions, the newest first, without their content. */
  listRevisions(
    entityRef: string,
    query?: ListRevisionsQuery,
    options?: HandoverRequestOptions,
  ): Promise<Page<RevisionSummary>>;

  /** One revision with its content. */
  getRevision(
    entityRef: string,
    number: number,
    options?: HandoverRequestOptions,
  ): Promise<Revision>;

  /** What changed between two revisions, by section and list item. */
  getDiff(
    entityRef: string,
    query: DiffQuery,
    options?: HandoverRequestOptions,
  ): Promise<RevisionDiff>;

  /**
   * Stores a new revision of a document that is edited in the portal.
   * Rejects with status 409 where the document comes from a repository, and
   * with 412 where another revision came between.
   */
  putDocument(
    entityRef: string,
    yaml: string,
    put?: PutDocumentOptions,
    options?: HandoverRequestOptions,
  ): Promise<DocumentState>;

  /** Checks a document and stores nothing. */
  validateDocument(
    yaml: string,
    options?: HandoverRequestOptions,
  ): Promise<ValidationResult>;

  /** May the entity be changed in this environment at this instant? */
  getGateDecision(
    entityRef: string,
    query: GateQuery,
    options?: HandoverRequestOptions,
  ): Promise<GateDecision>;

  /** The decision for each of the entity's environments, in their order. */
  getGateDecisions(
    entityRef: string,
    query?: Omit<GateQuery, 'environment'>,
    options?: HandoverRequestOptions,
  ): Promise<GateDecisions>;

  /** The entity's windows, expanded for a calendar view. */
  getOccurrences(
    entityRef: string,
    query: OccurrencesQuery,
    options?: HandoverRequestOptions,
  ): Promise<Occurrences>;

  /** Where the entity's windows are offered as an iCalendar feed. */
  getCalendarUrl(entityRef: string): Promise<string>;

  /** One page of the entity's pipeline runs, the latest first. */
  listRuns(
    entityRef: string,
    query?: ListRunsQuery,
    options?: HandoverRequestOptions,
  ): Promise<RunPage>;

  /** One page of the entity's deployments, the latest first. */
  listDeployments(
    entityRef: string,
    query?: ListDeploymentsQuery,
    options?: HandoverRequestOptions,
  ): Promise<DeploymentPage>;

  /** What is deployed in each environment, in the order of promotion. */
  getPromotion(
    entityRef: string,
    options?: HandoverRequestOptions,
  ): Promise<Promotion>;

  /** DORA's measures of the delivery to production. */
  getMetrics(
    entityRef: string,
    query?: MetricsQuery,
    options?: HandoverRequestOptions,
  ): Promise<Metrics>;

  /** JSON Schema of a document. */
  getSchema(options?: HandoverRequestOptions): Promise<object>;
}
