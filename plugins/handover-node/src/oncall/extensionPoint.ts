import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { OnCallProvider } from './OnCallProvider';

/**
 * Modules use this to add systems that know who is on call.
 *
 * @public
 */
export interface OnCallProvidersExtensionPoint {
  /**
   * Adds a provider.
   *
   * @throws Error if there is already a provider with this id
   */
  addProvider(provider: OnCallProvider): void;
}

/**
 * {@inheritDoc OnCallProvidersExtensionPoint}
 *
 * @public
 */
export const onCallProvidersExtensionPoint =
  createExtensionPoint<OnCallProvidersExtensionPoint>({
    id: 'handover.onCallProviders',
  });
