import type { Page } from '../page';
import type { DeliveryMetrics } from './metrics';
import type { PromotionPath } from './promotion';
import type { Deployment, ProviderState, Run } from './types';

// Bodies of the HTTP API below /delivery.

/**
 * One page of an entity's runs, the latest first.
 *
 * @public
 */
export type RunPage = Page<Run> & { providers: ProviderState[] };

/**
 * One page of an entity's deployments, the latest first.
 *
 * @public
 */
export type DeploymentPage = Page<Deployment> & { providers: ProviderState[] };

/**
 * An entity's promotion path, and who told of it.
 *
 * @public
 */
export type Promotion = PromotionPath & { providers: ProviderState[] };

/**
 * An entity's delivery metrics, and who told of what they are made from.
 *
 * @public
 */
export type Metrics = DeliveryMetrics & { providers: ProviderState[] };

/**
 * What became of one event.
 *
 * @public
 */
export type EventResult = {
  /** Of the event, as far as it could be read. */
  id?: string;
  source?: string;
  type?: string;
  /**
   * `accepted`: stored. `duplicate`: an event with that source and id was
   * accepted before. `ignored`: valid, but nothing is made of it. `rejected`:
   * not valid, or of no known entity.
   */
  status: 'accepted' | 'duplicate' | 'ignored' | 'rejected';
  /** Why it was not accepted. */
  reason?: string;
  /** What is not valid, and where in the event. */
  problems?: { path: string; message: string }[];
};

/**
 * What became of the events of one request, in their order.
 *
 * @public
 */
export type EventResults = { items: EventResult[] };
