/**
 * Contracts for backend modules that extend Handover.
 *
 * @packageDocumentation
 */

export type {
  PipelineData,
  PipelineFetchOptions,
  PipelineProvider,
} from './pipelines/PipelineProvider';
export { RateLimitedError } from './pipelines/RateLimitedError';
export { RateLimits } from './pipelines/RateLimits';
export { findByLocation } from './catalog/findByLocation';
export { pipelineProvidersExtensionPoint } from './pipelines/extensionPoint';
export type { PipelineProvidersExtensionPoint } from './pipelines/extensionPoint';
export { createBoundedFetch } from './http/createBoundedFetch';
export { parseAnswer, parseJson } from './http/parseAnswer';
export { readBaseUrl } from './http/readBaseUrl';
export { toUpstreamError } from './http/toUpstreamError';
export { webUrl } from './http/webUrl';
