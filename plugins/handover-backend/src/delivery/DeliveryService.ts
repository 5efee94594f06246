import type {
  DeliveryMetricsDays,
  Deployment,
  DeploymentPage,
  Metrics,
  Promotion,
  ProviderState,
  Run,
  RunPage,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PageRequest } from './store';

export type DeliveryServiceOptions = { credentials: BackstageCredentials };

/** What decisions are made from, with what keeps it from being complete. */
export type DeliveryEvidence<T> = {
  items: T[];
  providers: ProviderState[];
  /** Whether any provider that knows of the entity was read. */
  isReadable: boolean;
  /**
   * Names of providers that don't apply to the entity any more. Their items are
   * left out, because nobody knows what happened since.
   */
  outdated: string[];
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

  /**
   * Of each pipeline on the main branch the last run that finished, and the last
   * one that didn't, the latest first. Waits until the providers were read,
   * unless that was a moment ago. Other methods return stored data at once, and
   * refresh it in the background.
   */
  findLastRuns(
    entityRef: string,
    options: DeliveryServiceOptions,
  ): Promise<DeliveryEvidence<Run>>;

  /**
   * Of each artifact by its name, the last deployment into an environment that
   * succeeded, and the last one that was removed, the latest first. Waits like
   * `findLastRuns`.
   */
  findInPlace(
    entityRef: string,
    environment: string,
    options: DeliveryServiceOptions,
  ): Promise<DeliveryEvidence<Deployment>>;

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
