import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AlertProvider } from './AlertProvider';

/**
 * Modules use this to add systems from which alerts are read.
 *
 * @public
 */
export interface AlertProvidersExtensionPoint {
  /**
   * Adds a provider.
   *
   * @throws Error if there is already a provider with this id
   */
  addProvider(provider: AlertProvider): void;
}

/**
 * {@inheritDoc AlertProvidersExtensionPoint}
 *
 * @public
 */
export const alertProvidersExtensionPoint =
  createExtensionPoint<AlertProvidersExtensionPoint>({
    id: 'handover.alertProviders',
  });
