import type {
  PipelineData,
  PipelineFetchOptions,
  PipelineProvider,
} from '../delivery/PipelineProvider';
import type { RateLimits } from '../delivery/RateLimits';
import { InMemoryRateLimits } from './InMemoryRateLimits';
import { silentLogger } from './silentLogger';

/** Of each provider, for all that a test asks of it. */
const rateLimits = new WeakMap<PipelineProvider, RateLimits>();

/**
 * Calls a provider as the backend does, with defaults for options that a test
 * leaves out.
 *
 * @public
 */
export function fetchFrom(
  provider: PipelineProvider,
  options: Pick<PipelineFetchOptions, 'entity'> & Partial<PipelineFetchOptions>,
): Promise<PipelineData> {
  const limits = rateLimits.get(provider) ?? InMemoryRateLimits.create();
  rateLimits.set(provider, limits);
  return provider.fetch({
    since: new Date(0),
    limit: 100,
    signal: AbortSignal.timeout(5_000),
    logger: silentLogger,
    rateLimits: limits,
    ...options,
  });
}
