import {
  startUpstream,
  type Upstream,
  type UpstreamHandler,
} from './startUpstream';

/**
 * Starts test servers, and closes them after each test.
 *
 * @public
 */
export function useUpstreams(): (
  handler: UpstreamHandler,
) => Promise<Upstream> {
  const open: Upstream[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map(each => each.close()));
  });
  return async handler => {
    const upstream = await startUpstream(handler);
    open.push(upstream);
    return upstream;
  };
}
