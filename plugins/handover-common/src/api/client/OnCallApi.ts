import { parseEntityRef } from '@backstage/catalog-model';
import type { OnCall, OnCallPage, OnCallPageUrgency } from '../../oncall/types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Whom to page, and why.
 *
 * @public
 */
export type PageOnCallRequest = {
  /** The id of the provider. */
  provider: string;
  /** The id of the target that `canPage` of the provider's item names. */
  target: string;
  /** What the people on call need to know. Plain text. */
  message: string;
  /** The default is `high`. */
  urgency?: OnCallPageUrgency;
};

/**
 * Who is on call.
 *
 * @public
 */
export interface OnCallApi<TOptions extends unknown[] = HandoverClientOptions> {
  /** Gets who is on call for the entity now, and who is next. */
  get(entityRef: string, ...options: TOptions): Promise<OnCall>;

  /**
   * Pages whoever is on call for the entity. It is never sent twice: if it
   * rejects with anything but a response whose status is 4xx (except 408), or
   * whose error is a `PageNotSentError`, the page may have been sent. With 409, an
   * earlier identical request may have paged somebody.
   */
  page(
    entityRef: string,
    request: PageOnCallRequest,
    ...options: TOptions
  ): Promise<OnCallPage>;
}

/** Calls the routes of who is on call. */
export function createOnCallApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): OnCallApi<TOptions> {
  return {
    get: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/oncall/{kind}/{namespace}/{name}', {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),

    page: (entityRef, body, ...options) =>
      call(options, (http, init) =>
        http.request('post', '/oncall/{kind}/{namespace}/{name}/page', {
          ...init,
          params: { path: parseEntityRef(entityRef) },
          body,
        }),
      ),
  };
}
