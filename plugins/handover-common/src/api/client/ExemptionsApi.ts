import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Exemption,
  ExemptionBudgets,
  ExemptionPage,
  ExemptionState,
} from '../../scorecards/exemptions';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Whose budgets to list.
 *
 * @public
 */
export type ExemptionBudgetsQuery = {
  /** References of owners. */
  owner?: string[];
  /** Groups; what one of them or a group below it owns. */
  within?: string[];
};

/**
 * Which exemptions to list, and in what order.
 *
 * @public
 */
export type ListExemptionsQuery = ExemptionBudgetsQuery & {
  /** References of entities. */
  entityRef?: string[];
  /** Name of a scorecard. */
  scorecard?: string;
  /** Id of a check. */
  check?: string;
  state?: ExemptionState[];
  /** Only those that end before this time, RFC 3339. */
  expiresBefore?: string;
  /** The default is `requestedAt`. */
  sort?: 'requestedAt' | 'expiresAt';
  /** The default is `desc`. */
  order?: 'asc' | 'desc';
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Why a check of an entity need not pass, and until when.
 *
 * @public
 */
export type RequestExemptionRequest = {
  scorecard: string;
  check: string;
  /** Markdown. */
  reason: string;
  /** An http or https address. */
  evidence?: string;
  /** RFC 3339 with an offset. */
  expiresAt: string;
};

/**
 * A remark on a decision about an exemption, or on its end.
 *
 * @public
 */
export type ExemptionNote = {
  /** Markdown. */
  note?: string;
};

/**
 * Exemptions from checks of scorecards.
 *
 * @public
 */
export interface ExemptionsApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Lists exemptions of the entities that the caller can read. */
  list(
    query?: ListExemptionsQuery,
    ...options: TOptions
  ): Promise<ExemptionPage>;

  /** Lists how much of their checks owners are exempt from. */
  listBudgets(
    query?: ExemptionBudgetsQuery,
    ...options: TOptions
  ): Promise<ExemptionBudgets>;

  /** Requests an exemption. It has no effect until somebody else approves it. */
  request(
    entityRef: string,
    request: RequestExemptionRequest,
    ...options: TOptions
  ): Promise<Exemption>;

  /** Puts a requested exemption in force. Whoever requested it can't. */
  approve(
    entityRef: string,
    id: string,
    note?: ExemptionNote,
    ...options: TOptions
  ): Promise<Exemption>;

  /** Denies a requested exemption, with the reason as the note. */
  deny(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    ...options: TOptions
  ): Promise<Exemption>;

  /** Takes back a request, or gives up an exemption before it ends. */
  withdraw(
    entityRef: string,
    id: string,
    note?: ExemptionNote,
    ...options: TOptions
  ): Promise<Exemption>;

  /** Ends an exemption that is in force. */
  revoke(
    entityRef: string,
    id: string,
    note: ExemptionNote,
    ...options: TOptions
  ): Promise<Exemption>;
}

const ENTITY = '/exemptions/{kind}/{namespace}/{name}';

/** Calls the routes of exemptions. */
export function createExemptionsApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): ExemptionsApi<TOptions> {
  const step =
    (action: 'approve' | 'deny' | 'withdraw' | 'revoke') =>
    (
      entityRef: string,
      id: string,
      body: ExemptionNote = {},
      ...options: TOptions
    ) =>
      call(options, (http, init) =>
        http.request('post', `${ENTITY}/{id}/${action}`, {
          ...init,
          params: { path: { ...parseEntityRef(entityRef), id } },
          body,
        }),
      );
  return {
    list: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/exemptions', { ...init, params: { query } }),
      ),

    listBudgets: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/exemptions/budgets', {
          ...init,
          params: { query },
        }),
      ),

    request: (entityRef, body, ...options) =>
      call(options, (http, init) =>
        http.request('post', ENTITY, {
          ...init,
          params: { path: parseEntityRef(entityRef) },
          body,
        }),
      ),

    approve: step('approve'),
    deny: step('deny'),
    withdraw: step('withdraw'),
    revoke: step('revoke'),
  };
}
