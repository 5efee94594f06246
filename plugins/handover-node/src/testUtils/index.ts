/**
 * Jest helpers to test providers of any kind, and code that uses the
 * handover service.
 *
 * @packageDocumentation
 */

export { describeHostilePaging } from './describeHostilePaging';
export { describeHostileUpstream } from './describeHostileUpstream';
export { fetchFrom } from './fetchFrom';
export { pageFrom } from './pageFrom';
export { readJson, sendJson, startUpstream } from './startUpstream';
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
  OnCallPageOptions,
  OnCallPageReceipt,
  OnCallProvider,
} from '../oncall/OnCallProvider';
export type {
  HandoverService,
  HandoverServiceRequestOptions,
} from '../service/HandoverService';
