/**
 * Jest helpers to test providers and code that uses the handover
 * service.
 *
 * @packageDocumentation
 */

export { describeHostileUpstream } from './describeHostileUpstream';
export type { HostileUpstreamSubject } from './HostileUpstreamSubject';
export { fetchFrom } from './fetchFrom';
export { fetchOnCall } from './fetchOnCall';
export { sendJson, startUpstream } from './startUpstream';
export type { Upstream, UpstreamHandler } from './startUpstream';
export { useUpstreams } from './useUpstreams';
export { handoverServiceMock } from './handoverServiceMock';
export type {
  HandoverServiceMock,
  HandoverServiceMockResponses,
} from './handoverServiceMock';
// What the functions above are described with.
export type {
  PipelineData,
  PipelineFetchOptions,
  PipelineProvider,
} from '../delivery/PipelineProvider';
export type { RateLimits } from '../delivery/RateLimits';
export type {
  OnCallFetchOptions,
  OnCallProvider,
} from '../oncall/OnCallProvider';
export type {
  HandoverService,
  HandoverServiceRequestOptions,
} from '../service/HandoverService';
