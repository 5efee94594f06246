import { parseEntityRef } from '@backstage/catalog-model';
import type { Artifact } from '../../artifacts/Artifact';
import type { OverrideState } from '../../overrides/states';
import type { Override, OverridePage } from '../../overrides/types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Which overrides of an entity to list.
 *
 * @public
 */
export type ListEntityOverridesQuery = {
  state?: OverrideState[];
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which overrides to list, latest request first.
 *
 * @public
 */
export type ListOverridesQuery = ListEntityOverridesQuery & {
  /** References of owners. */
  owner?: string[];
  /** Names of environments. */
  environment?: string[];
};

/**
 * Why an entity has to change although the gate is closed, and for how long.
 *
 * @public
 */
export type RequestOverrideRequest = {
  /** Names of environments that the entity has. Patterns are not allowed. */
  environments: string[];
  /** Limits it to one artifact, with its version or digest. */
  artifact?: Artifact;
  /** Start, RFC 3339 with an offset. The default is now. */
  from?: string;
  /** End, RFC 3339 with an offset. */
  until: string;
  /** Markdown, 10 to 2,000 characters. */
  reason: string;
  /** The incident or change, such as its address or number. */
  ticket?: string;
};

/**
 * A remark on a decision about an override, or on its end.
 *
 * @public
 */
export type OverrideNote = {
  /** Markdown. */
  note?: string;
};

/**
 * Overrides of a closed gate. Only users can change them.
 *
 * @public
 */
export interface OverridesApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Lists overrides of the entities that the caller can read. */
  list(query?: ListOverridesQuery, ...options: TOptions): Promise<OverridePage>;

  /** Lists the overrides of one entity. */
  listOf(
    entityRef: string,
    query?: ListEntityOverridesQuery,
    ...options: TOptions
  ): Promise<OverridePage>;

  /**
   * Requests an override. It has no effect until somebody else approves it,
   * unless the configuration requires no approval.
   */
  request(
    entityRef: string,
    request: RequestOverrideRequest,
    ...options: TOptions
  ): Promise<Override>;

  /** Approves a requested override. Whoever requested it can't. */
  approve(
    entityRef: string,
    id: string,
    note?: OverrideNote,
    ...options: TOptions
  ): Promise<Override>;

  /** Denies a requested override. */
  deny(
    entityRef: string,
    id: string,
    note?: OverrideNote,
    ...options: TOptions
  ): Promise<Override>;

  /** Takes back a request, or gives up an override before it ends. */
  withdraw(
    entityRef: string,
    id: string,
    note?: OverrideNote,
    ...options: TOptions
  ): Promise<Override>;

  /** Ends an approved override. */
  revoke(
    entityRef: string,
    id: string,
    note?: OverrideNote,
    ...options: TOptions
  ): Promise<Override>;
}

const ENTITY = '/gate/{kind}/{namespace}/{name}/overrides';

/** Calls the routes of overrides. */
export function createOverridesApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): OverridesApi<TOptions> {
  const step =
    (action: 'approve' | 'deny' | 'withdraw' | 'revoke') =>
    (
      entityRef: string,
      id: string,
      body: OverrideNote = {},
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
        http.request('get', '/overrides', { ...init, params: { query } }),
      ),

    listOf: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', ENTITY, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
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
