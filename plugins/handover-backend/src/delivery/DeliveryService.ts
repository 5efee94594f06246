import type {
  DeliveryMetricsDays,
  DeploymentPage,
  Metrics,
  Promotion,
  RunPage,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PageRequest } from './store';

export type DeliveryServiceOptions = {
  credentials: BackstageCredentials;
  /**
   * Waits until the providers were read, unless that was a moment ago. By
   * default, stored data is returned at once and refreshed in the background.
   */
  waitForProviders?: boolean;
};

/**
 * What was built and deployed where. Entity references are full and in lower
 * case. Every method throws a NotFoundError where the catalog has no such
 * entity.
 */
export interface DeliveryService {
  /** @throws InputError if the cursor is malformed or of another list. */
  listRuns(
    entityRef: string,
    page: PageRequest,
    options: DeliveryServiceOptions,
  ): Promise<RunPage>;

  /** @throws InputError if the cursor is malformed or of another list. */
  listDeployments(
    entityRef: string,
    query: PageRequest & { environment?: string },
    options: DeliveryServiceOptions,
  ): Promise<DeploymentPage>;

  /** The current deployments, in the order of promotion. */
  getPromotion(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<Promotion>;

  /** DORA's measures of the delivery to production. */
  getMetrics(
    entityRef: string,
    query: { days?: DeliveryMetricsDays },
    options: DeliveryServiceOptions,
  ): Promise<Metrics>;
}
