import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PipelineProvider } from './PipelineProvider';

/**
 * Modules use this to add systems from which runs and deployments are read.
 *
 * @public
 */
export interface PipelineProvidersExtensionPoint {
  /**
   * Adds a provider.
   *
   * @throws Error if there is already a provider with this id
   */
  addProvider(provider: PipelineProvider): void;
}

/**
 * {@inheritDoc PipelineProvidersExtensionPoint}
 *
 * @public
 */
export const pipelineProvidersExtensionPoint =
  createExtensionPoint<PipelineProvidersExtensionPoint>({
    id: 'handover.pipelineProviders',
  });
