import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DeploymentPage,
  Metrics,
  Promotion,
  RunPage,
} from '../../delivery/responses';
import type { DeliveryMetricsDays } from '../../delivery/metrics';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Which page of runs to list.
 *
 * @public
 */
export type ListRunsQuery = {
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which deployments to list.
 *
 * @public
 */
export type ListDeploymentsQuery = {
  /** Only deployments to this environment. */
  environment?: string;
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Period of the delivery metrics. The default is 30 days.
 *
 * @public
 */
export type MetricsQuery = { days?: DeliveryMetricsDays };

/**
 * Runs and deployments.
 *
 * @public
 */
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

  /** Gets the DORA metrics of deliveries to production. */
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
