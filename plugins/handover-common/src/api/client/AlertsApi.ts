import { parseEntityRef } from '@backstage/catalog-model';
import type { Alerts } from '../../alerts/responses';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Firing alerts.
 *
 * @public
 */
export interface AlertsApi<TOptions extends unknown[] = HandoverClientOptions> {
  /** Lists the firing alerts of an entity, most urgent first. */
  list(entityRef: string, ...options: TOptions): Promise<Alerts>;
}

/** Calls the routes of alerts. */
export function createAlertsApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): AlertsApi<TOptions> {
  return {
    list: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/alerts/{kind}/{namespace}/{name}', {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),
  };
}
