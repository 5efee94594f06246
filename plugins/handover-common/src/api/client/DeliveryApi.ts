import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DeploymentPage,
  Metrics,
  Promotion,
  RunPage,
} from '../../delivery/responses';
import type { operations } from '../generated/schema';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/** Page of a list of runs. */
export type ListRunsQuery = NonNullable<
  operations['listRuns']['parameters']['query']
>;

/** Environment and page of a list of deployments. */
export type ListDeploymentsQuery = NonNullable<
  operations['listDeployments']['parameters']['query']
>;

/** Period of the delivery metrics, 30 days unless set. */
export type MetricsQuery = NonNullable<
  operations['getMetrics']['parameters']['query']
>;

/** What was built and deployed where. */
export interface DeliveryApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Lists one page of the entity's pipeline runs, latest first. */
  listRuns(
    entityRef: string,
    query?: ListRunsQuery,
    ...options: TOptions
  ): Promise<RunPage>;

  /** Lists one page of the entity's deployments, latest first. */
  listDeployments(
    entityRef: string,
    query?: ListDeploymentsQuery,
    ...options: TOptions
  ): Promise<DeploymentPage>;

  /** Gets what is deployed in each environment, in the order of promotion. */
  getPromotion(entityRef: string, ...options: TOptions): Promise<Promotion>;

  /** Gets DORA's metrics of the delivery to production. */
  getMetrics(
    entityRef: string,
    query?: MetricsQuery,
    ...options: TOptions
  ): Promise<Metrics>;
}

const DELIVERY = '/delivery/{kind}/{namespace}/{name}';

/** Calls the routes of delivery. */
export function createDeliveryApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): DeliveryApi<TOptions> {
  return {
    listRuns: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DELIVERY}/runs`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    listDeployments: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DELIVERY}/deployments`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),

    getPromotion: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DELIVERY}/promotion`, {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),

    getMetrics: (entityRef, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${DELIVERY}/metrics`, {
          ...init,
          params: { path: parseEntityRef(entityRef), query },
        }),
      ),
  };
}
