import type { Alert } from '@backstage-handover/plugin-handover-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { RateLimits } from '../delivery/RateLimits';

/**
 * A request to a provider of alerts.
 *
 * @public
 */
export type AlertFetchOptions = {
  entity: Entity;
  /** Aborts when the result is no longer needed. Pass it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
  /** Send requests through this if the system limits their rate. */
  rateLimits: RateLimits;
};

/**
 * A firing alert, as a provider returns it.
 *
 * @public
 */
export type ProvidedAlert = Omit<Alert, 'provider'>;

/**
 * Reads firing alerts from one system, such as an Alertmanager.
 *
 * @public
 */
export interface AlertProvider {
  /** For example `alertmanager`. Part of the API, so it must not change. */
  readonly id: string;
  /** Display name, for example `Alertmanager`. */
  readonly title: string;

  /** Whether the system can have alerts of the entity. */
  appliesTo(entity: Entity): boolean;

  /**
   * Returns all alerts of the entity that fire, silenced and inhibited ones
   * included. A process never calls it twice at the same time for the same
   * entity, or while the last result is recent.
   *
   * @throws RateLimitedError if the system limits requests
   * @throws Error if the alerts can't be read in full: an empty list means that
   *   nothing fires. The message is shown to people: name the system and what
   *   failed, but never credentials or whole responses. Wrap HTTP errors, so that
   *   their status doesn't become Backstage's.
   */
  fetch(options: AlertFetchOptions): Promise<ProvidedAlert[]>;
}
