import type { Page } from '../page';
import type { DeliveryMetrics } from './metrics';
import type { PromotionPath } from './promotion';
import type { Deployment, ProviderState, Run } from './types';

// Bodies of the HTTP API below /delivery.

/**
 * One page of an entity's runs, latest first.
 *
 * @public
 */
export type RunPage = Page<Run> & { providers: ProviderState[] };

/**
 * One page of an entity's deployments, latest first.
 *
 * @public
 */
export type DeploymentPage = Page<Deployment> & { providers: ProviderState[] };

/**
 * An entity's promotion path, and the state of the providers that it comes
 * from.
 *
 * @public
 */
export type Promotion = PromotionPath & { providers: ProviderState[] };

/**
 * An entity's delivery metrics, and the state of the providers that they come
 * from.
 *
 * @public
 */
export type Metrics = DeliveryMetrics & {
  providers: ProviderState[];
  /**
   * Why releases that do not start are currently not detected. Those already
   * recorded still count. Absent if the clusters are read.
   */
  startsUnknown?: string;
};

/**
 * The result of one event.
 *
 * @public
 */
export type EventResult = {
  /** The id of the event, if it could be read. */
  id?: string;
  source?: string;
  type?: string;
  /**
   * `accepted`: stored. `duplicate`: an event with this source and id was
   * already received. `ignored`: valid, but Handover doesn't use this type.
   * `rejected`: not valid, or for an unknown entity.
   */
  status: 'accepted' | 'duplicate' | 'ignored' | 'rejected';
  /** Why it was not accepted. */
  reason?: string;
  /** What was ignored in an event that was accepted. */
  remark?: string;
  /** The problems of an invalid event. */
  problems?: { path: string; message: string }[];
};

/**
 * The results of the events of one request, in the same order.
 *
 * @public
 */
export type EventResults = { items: EventResult[] };
