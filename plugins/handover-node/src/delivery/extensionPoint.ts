import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PipelineProvider } from './PipelineProvider';

/** Where modules add the systems that runs and deployments are read from. */
export interface PipelineProvidersExtensionPoint {
  /** @throws Error if there is a provider with that id already. */
  addProvider(provider: PipelineProvider): void;
}

/** {@inheritdoc PipelineProvidersExtensionPoint} */
export const pipelineProvidersExtensionPoint =
  createExtensionPoint<PipelineProvidersExtensionPoint>({
    id: 'handover.pipelineProviders',
  });
