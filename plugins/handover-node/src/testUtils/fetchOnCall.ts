import type { OnCallData } from '@backstage-handover/plugin-handover-common';
import type {
  OnCallFetchOptions,
  OnCallProvider,
} from '../oncall/OnCallProvider';
import { silentLogger } from './silentLogger';

/**
 * Calls an on-call provider as the backend does, with defaults for options that
 * a test leaves out.
 *
 * @public
 */
export function fetchOnCall(
  provider: OnCallProvider,
  options: Pick<OnCallFetchOptions, 'entity'> & Partial<OnCallFetchOptions>,
): Promise<OnCallData> {
  return provider.fetch({
    signal: AbortSignal.timeout(5_000),
    logger: silentLogger,
    ...options,
  });
}
