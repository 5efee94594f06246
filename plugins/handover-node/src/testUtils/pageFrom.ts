import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  OnCallPageOptions,
  OnCallPageReceipt,
  OnCallProvider,
} from '../oncall/OnCallProvider';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/**
 * Pages through a provider as the backend does, with defaults for options that a
 * test leaves out.
 *
 * @public
 */
export async function pageFrom(
  provider: Pick<OnCallProvider, 'page'>,
  options: Pick<OnCallPageOptions, 'entity' | 'target'> &
    Partial<OnCallPageOptions>,
): Promise<OnCallPageReceipt> {
  if (!provider.page) {
    throw new Error('The provider cannot page');
  }
  return provider.page({
    message: 'Checkout is down.',
    urgency: 'high',
    link: 'https://portal.example.com/handover',
    requestedBy: 'user:default/ann',
    idempotencyKey: 'f1b6a6de-6d1c-4c9a-9f0e-7a4f0a3f8a11',
    signal: AbortSignal.timeout(5_000),
    logger: silent,
    ...options,
  });
}
