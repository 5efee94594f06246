import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DocumentHistoryEntry,
  DocumentPage,
  DocumentState,
  DocumentStatus,
  FleetSummary,
  Page,
  Revision,
  RevisionDiff,
  RevisionSummary,
  ValidationResult,
} from '../types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Which documents to list or to count. Different filters are combined with AND,
 * the values of one with OR.
 *
 * @public
 */
export type DocumentFilters = {
  /** Entity references of owners; `none` for services without an owner. */
  owner?: string[];
  /** Whether `owner` includes all groups below the given ones. */
  ownerTree?: boolean;
  /** Entity references of systems; `none` for services without a system. */
  system?: string[];
  /** Entity references of domains; `none` for services without a domain. */
  domain?: string[];
  /** Service tiers, 1 to 4. */
  tier?: number[];
  /** Lowest coverage ratio, inclusive. */
  coverageMin?: number;
  /** Highest coverage ratio, inclusive. */
  coverageMax?: number;
  status?: DocumentStatus[];
  /** Whether the review is overdue. */
  stale?: boolean;
  /**
   * Levels of scorecards, each as `<scorecard>:<level>`; `none` as level for
   * services below the lowest.
   */
  level?: string[];
  /** Words that must all occur in the entity's name, title, owner, system or tags. */
  q?: string;
};

/**
 * Filters, sort and page of a list of documents.
 *
 * @public
 */
export type ListDocumentsQuery = DocumentFilters & {
  sort?:
    | 'entityRef'
    | 'title'
    | 'owner'
    | 'system'
    | 'tier'
    | 'coverage'
    | 'status'
    | 'reviewDueAt'
    | 'updatedAt';
  order?: 'asc' | 'desc';
  /**
   * Adds to each item the document, its levels, or the coverage of its sections
   * and the number of its problems. With documents, `limit` is at most 100.
   */
  include?: 'document' | 'levels' | 'coverage';
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which documents to count, and by what to group them.
 *
 * @public
 */
export type FleetSummaryQuery = DocumentFilters & {
  /** `none` by default. */
  groupBy?: 'none' | 'owner' | 'system' | 'domain';
  /** Largest groups to return, 1 to 500; 50 by default. */
  limit?: number;
};

/**
 * Which page of revisions to list.
 *
 * @public
 */
export type ListRevisionsQuery = {
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which page of the history to list.
 *
 * @public
 */
export type ListDocumentHistoryQuery = {
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * The two revisions to compare.
 *
 * @public
 */
export type DiffQuery = {
  /** Number of the earlier revision. */
  from: number;
  /** Number of the later revision. */
  to: number;
};

/**
 * What a new revision is based on, and why it was written.
 *
 * @public
 */
export type PutDocumentOptions = {
  /**
   * Number of the revision that you changed. If it is not set, the request
   * creates the first revision and fails with 412 if there is one.
   */
  ifMatch?: number;
  /** What changed and why. */
  message?: string;
};

/**
 * Handover documents and their revisions.
 *
 * @public
 */
export interface DocumentsApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Gets the current state of an entity's handover. Its status is `missing` if there is no document. */
  get(entityRef: string, ...options: TOptions): Promise<DocumentState>;

  /** Lists one page of the handovers that the caller can read. */
  list(query?: ListDocumentsQuery, ...options: TOptions): Promise<DocumentPage>;

  /** Counts the handovers that the caller can read. */
  getSummary(
    query?: FleetSummaryQuery,
    ...options: TOptions
  ): Promise<FleetSummary>;

  /**
   * Stores a new revision of a document that is edited in the portal. Rejects
   * with status 409 if the document comes from a repository, and with 412 if
   * someone else stored a revision in the meantime.
   */
  put(
    entityRef: string,
    yaml: string,
    put?: PutDocumentOptions,
    ...options: TOptions
  ): Promise<DocumentState>;

  /** Checks a document without storing it. */
  validate(yaml: string, ...options: TOptions): Promise<ValidationResult>;

  /** Lists one page of revisions without their content, newest first. */
  listRevisions(
    entityRef: string,
    query?: ListRevisionsQuery,
    ...options: TOptions
  ): Promise<Page<RevisionSummary>>;

  /** Lists one page of the changes of a document's state, newest first. */
  listHistory(
    entityRef: string,
    query?: ListDocumentHistoryQuery,
    ...options: TOptions
  ): Promise<Page<DocumentHistoryEntry>>;

  /** Gets one revision with its content. */
  getRevision(
    entityRef: string,
    number: number,
    ...options: TOptions
  ): Promise<Revision>;

  /** Compares two revisions by section and list item. */
  getDiff(
    entityRef: string,
    query: DiffQuery,
    ...options: TOptions
  ): Promise<RevisionDiff>;

  /** Gets the JSON Schema of a document. */
  getSchema(...options: TOptions): Promise<object>;
}

const DOCUMENT = '/documents/{kind}/{namespace}/{name}';

/** Calls the routes of documents. */
export function createDocumentsApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): DocumentsApi<TOptions> {
  return {
    get: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', DOCUMENT, {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),

    list: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/documents', { ...init, params: { query } }),
      ),

    getSummary: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/documents/summary', {
          ...init,
          params: { query },
        }),
      ),

    put: (entityRef, yaml, { ifMatch, message } = {}, ...options) =>
      call(options, (http, init) =>
        http.request('put', DOCUMENT, {
          ...init,
          params: {
            path: parseEntityRef(entityRef),
            header:
              ifMatch === undefined
                ? { 'If-None-Match': '*' }
                : { 'If-Match': `"${ifMatch}"` },
          },
          body: { yaml, message },
        }),
      ),

    validate: (yaml, ...options) =>
      call(options, (http, init) =>
        http.request('post', '/documents/validate', {
          ...init,
          body: { yaml },
        }),
      ),

    listRevisions: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DOCUMENT}/revisions`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    listHistory: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DOCUMENT}/history`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    getRevision: (entityRef, number, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DOCUMENT}/revisions/{number}`, {
          ...init,
          params: { path: { ...parseEntityRef(entityRef), number } },
        }),
      ),

    getDiff: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DOCUMENT}/diff`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    getSchema: (...options) =>
      call(options, (http, init) => http.request('get', '/schema.json', init)),
  };
}
