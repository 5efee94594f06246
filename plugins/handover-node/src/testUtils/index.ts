/**
 * For the tests of pipeline providers, with Jest.
 *
 * @packageDocumentation
 */

export { describeHostileUpstream } from './describeHostileUpstream';
export { fetchFrom } from './fetchFrom';
export { sendJson, startUpstream } from './startUpstream';
export type { Upstream, UpstreamHandler } from './startUpstream';
export { useUpstreams } from './useUpstreams';
// What the functions above are described with.
export type {
  PipelineData,
  PipelineFetchOptions,
  PipelineProvider,
} from '../delivery/PipelineProvider';
