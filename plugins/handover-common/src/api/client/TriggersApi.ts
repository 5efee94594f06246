import { parseEntityRef } from '@backstage/catalog-model';
import type { RollbackTriggers } from '../../triggers/responses';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Rollback triggers that are evaluated from metrics.
 *
 * @public
 */
export interface TriggersApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Returns which rollback triggers of an entity are met. */
  get(entityRef: string, ...options: TOptions): Promise<RollbackTriggers>;
}

/** Calls the routes of triggers. */
export function createTriggersApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): TriggersApi<TOptions> {
  return {
    get: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/triggers/{kind}/{namespace}/{name}', {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),
  };
}
