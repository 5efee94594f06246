import type { Alert, AlertProviderState } from './types';

/**
 * The firing alerts of an entity, most urgent first, and the state of the
 * providers that they come from. Without providers, nothing is known about
 * alerts.
 *
 * @public
 */
export type Alerts = {
  items: Alert[];
  providers: AlertProviderState[];
};
