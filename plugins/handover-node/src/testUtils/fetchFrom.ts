import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PipelineFetchOptions } from '../delivery/PipelineProvider';
import type { RateLimits } from '../delivery/RateLimits';
import { InMemoryRateLimits } from './InMemoryRateLimits';

/** Of each provider, for all that a test asks of it. */
const rateLimits = new WeakMap<object, RateLimits>();

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/**
 * Calls a provider of any kind as the backend does, with defaults for
 * options that a test leaves out.
 *
 * @public
 */
export function fetchFrom<TData>(
  provider: { fetch(options: PipelineFetchOptions): Promise<TData> },
  options: Pick<PipelineFetchOptions, 'entity'> & Partial<PipelineFetchOptions>,
): Promise<TData> {
  const limits = rateLimits.get(provider) ?? InMemoryRateLimits.create();
  rateLimits.set(provider, limits);
  return provider.fetch({
    since: new Date(0),
    limit: 100,
    signal: AbortSignal.timeout(5_000),
    logger: silent,
    rateLimits: limits,
    ...options,
  });
}
