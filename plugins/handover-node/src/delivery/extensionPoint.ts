import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PipelineProvider } from './PipelineProvider';

/**
 * Where modules add the systems that runs and deployments are read from.
 *
 * @public
 */
export interface PipelineProvidersExtensionPoint {
  /**
   * Adds a provider.
   *
   * @throws Error if there is a provider with that id already.
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
