import { CustomErrorBase } from '@backstage/errors';

/**
 * A system limits requests.
 *
 * @public
 */
export class RateLimitedError extends CustomErrorBase {
  /** The name of the error. */
  name = 'RateLimitedError' as const;

  /** When requests are allowed again. */
  readonly retryAt: Date;

  /** Creates the error for a response that asked to wait. */
  constructor(options: { message: string; retryAt: Date; cause?: unknown }) {
    super(options.message, options.cause);
    this.retryAt = options.retryAt;
  }
}
