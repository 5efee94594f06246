import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  DeploymentPage,
  Metrics,
  Promotion,
  RunPage,
} from '../delivery/responses';
import type { GateDecision } from '../gate/types';
import type { RevisionDiff } from '../documents/types';
import type { paths } from './generated/schema';
import type {
  DiffQuery,
  GateQuery,
  HandoverApi,
  HandoverRequestOptions,
  ListDeploymentsQuery,
  ListDocumentsQuery,
  ListRevisionsQuery,
  ListRunsQuery,
  MetricsQuery,
  OccurrencesQuery,
  PutDocumentOptions,
} from './HandoverApi';
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

type QueryValue = string | number | boolean;
type Query = Record<string, QueryValue | QueryValue[] | undefined>;

type Request = HandoverRequestOptions & {
  path?: Record<string, string | number>;
  query?: Query;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: unknown;
};

/**
 * Calls the handover backend. Works in the browser, in backends and on the
 * command line: it is given how to find the backend and how to fetch.
 */
export class HandoverClient implements HandoverApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: (...args) => fetch(...args) };
  }

  /** {@inheritdoc HandoverApi.getDocument} */
  async getDocument(
    entityRef: string,
    options?: HandoverRequestOptions,
  ): Promise<DocumentState> {
    return this.#json('/documents/{kind}/{namespace}/{name}', {
      path: parseEntityRef(entityRef),
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.listDocuments} */
  async listDocuments(
    query: ListDocumentsQuery = {},
    options?: HandoverRequestOptions,
  ): Promise<Page<DocumentSummary>> {
    return this.#json('/documents', { query, ...options });
  }

  /** {@inheritdoc HandoverApi.listRevisions} */
  async listRevisions(
    entityRef: string,
    query: ListRevisionsQuery = {},
    options?: HandoverRequestOptions,
  ): Promise<Page<RevisionSummary>> {
    return this.#json('/documents/{kind}/{namespace}/{name}/revisions', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getRevision} */
  async getRevision(
    entityRef: string,
    number: number,
    options?: HandoverRequestOptions,
  ): Promise<Revision> {
    return this.#json(
      '/documents/{kind}/{namespace}/{name}/revisions/{number}',
      { path: { ...parseEntityRef(entityRef), number }, ...options },
    );
  }

  /** {@inheritdoc HandoverApi.getDiff} */
  async getDiff(
    entityRef: string,
    query: DiffQuery,
    options?: HandoverRequestOptions,
  ): Promise<RevisionDiff> {
    return this.#json('/documents/{kind}/{namespace}/{name}/diff', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.putDocument} */
  async putDocument(
    entityRef: string,
    yaml: string,
    put: PutDocumentOptions = {},
    options?: HandoverRequestOptions,
  ): Promise<DocumentState> {
    const condition: Record<string, string> =
      put.ifMatch === undefined
        ? { 'If-None-Match': '*' }
        : { 'If-Match': `"${put.ifMatch}"` };
    return this.#json('/documents/{kind}/{namespace}/{name}', {
      path: parseEntityRef(entityRef),
      method: 'PUT',
      headers: condition,
      body: { yaml, message: put.message },
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.validateDocument} */
  async validateDocument(
    yaml: string,
    options?: HandoverRequestOptions,
  ): Promise<ValidationResult> {
    return this.#json('/documents/validate', {
      method: 'POST',
      body: { yaml },
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getGateDecision} */
  async getGateDecision(
    entityRef: string,
    query: GateQuery,
    options?: HandoverRequestOptions,
  ): Promise<GateDecision> {
    return this.#json('/gate/{kind}/{namespace}/{name}', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getGateDecisions} */
  async getGateDecisions(
    entityRef: string,
    query: Omit<GateQuery, 'environment'> = {},
    options?: HandoverRequestOptions,
  ): Promise<GateDecisions> {
    return this.#json('/gate/{kind}/{namespace}/{name}/environments', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getOccurrences} */
  async getOccurrences(
    entityRef: string,
    query: OccurrencesQuery,
    options?: HandoverRequestOptions,
  ): Promise<Occurrences> {
    return this.#json('/gate/{kind}/{namespace}/{name}/occurrences', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getCalendarUrl} */
  async getCalendarUrl(entityRef: string): Promise<string> {
    return this.#url('/gate/{kind}/{namespace}/{name}/calendar.ics', {
      path: parseEntityRef(entityRef),
    });
  }

  /** {@inheritdoc HandoverApi.listRuns} */
  async listRuns(
    entityRef: string,
    query: ListRunsQuery = {},
    options?: HandoverRequestOptions,
  ): Promise<RunPage> {
    return this.#json('/delivery/{kind}/{namespace}/{name}/runs', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.listDeployments} */
  async listDeployments(
    entityRef: string,
    query: ListDeploymentsQuery = {},
    options?: HandoverRequestOptions,
  ): Promise<DeploymentPage> {
    return this.#json('/delivery/{kind}/{namespace}/{name}/deployments', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getPromotion} */
  async getPromotion(
    entityRef: string,
    options?: HandoverRequestOptions,
  ): Promise<Promotion> {
    return this.#json('/delivery/{kind}/{namespace}/{name}/promotion', {
      path: parseEntityRef(entityRef),
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getMetrics} */
  async getMetrics(
    entityRef: string,
    query: MetricsQuery = {},
    options?: HandoverRequestOptions,
  ): Promise<Metrics> {
    return this.#json('/delivery/{kind}/{namespace}/{name}/metrics', {
      path: parseEntityRef(entityRef),
      query,
      ...options,
    });
  }

  /** {@inheritdoc HandoverApi.getSchema} */
  async getSchema(options?: HandoverRequestOptions): Promise<object> {
    return this.#json('/schema.json', { ...options });
  }

  async #url(
    template: keyof paths,
    request: Pick<Request, 'path' | 'query'>,
  ): Promise<string> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('handover');
    const path = template.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(request.path?.[key] ?? ''),
    );
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(request.query ?? {})) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) {
          search.append(key, String(one));
        }
      }
    }
    const query = search.toString();
    return `${baseUrl}${path}${query && `?${query}`}`;
  }

  async #json<T>(template: keyof paths, request: Request): Promise<T> {
    const { method = 'GET', body, token, signal } = request;
    const response = await this.#fetchApi.fetch(
      await this.#url(template, request),
      {
        method,
        signal,
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...request.headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw await failureOf(response);
    }
    return response.json();
  }
}

/** The error of a response, with the backend's own words as its message, not its status alone. */
async function failureOf(
  response: globalThis.Response,
): Promise<ResponseError> {
  const error = await ResponseError.fromResponse(response);
  // What is no JSON comes from something on the way, often as a page of HTML.
  if (response.headers.get('content-type')?.startsWith('application/json')) {
    error.message = error.cause.message || error.message;
  }
  return error;
}
