import type { OnCallData } from '@backstage-handover/plugin-handover-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';

/**
 * A request to an on-call provider.
 *
 * @public
 */
export type OnCallFetchOptions = {
  entity: Entity;
  /** Aborts when the result is no longer needed. Pass it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
};

/**
 * Reads who is on call from one system.
 *
 * @public
 */
export interface OnCallProvider {
  /** For example `pagerduty`. */
  readonly id: string;
  /** Display name, for example `PagerDuty`. */
  readonly title: string;

  /** Whether the system knows who is on call for the entity, according to its annotations. */
  appliesTo(entity: Entity): boolean;

  /**
   * Called when someone opens the entity. A process never calls it twice at the
   * same time for the same entity, or while the last result is recent.
   *
   * Return every level of the escalation policy, also those without anybody. An
   * empty level means that nobody is on call: if that isn't certain, throw.
   *
   * @throws RateLimitedError if the system limits requests. The provider isn't
   *   called for any entity until requests are allowed again.
   * @throws Error if it fails. The message is shown to people: name the system
   *   and what failed, but never credentials or whole responses. Wrap HTTP
   *   errors, so that their status doesn't become Backstage's.
   */
  fetch(options: OnCallFetchOptions): Promise<OnCallData>;
}
