import { parseEntityRef } from '@backstage/catalog-model';
import type { OnCall } from '../../oncall/types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Who is on call.
 *
 * @public
 */
export interface OnCallApi<TOptions extends unknown[] = HandoverClientOptions> {
  /** Gets who is on call for the entity now, and who is next. */
  get(entityRef: string, ...options: TOptions): Promise<OnCall>;
}

/** Calls the route of who is on call. */
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
  };
}
