import { CustomErrorBase } from '@backstage/errors';

/**
 * A system wants to be left alone for a time.
 *
 * @public
 */
export class RateLimitedError extends CustomErrorBase {
  /** Tells it from other errors. */
  name = 'RateLimitedError' as const;

  /** Until when nothing is asked of it. */
  readonly retryAt: Date;

  /**
   * Creates the error of a response that asked to wait.
   */
  constructor(options: { message: string; retryAt: Date; cause?: unknown }) {
    super(options.message, options.cause);
    this.retryAt = options.retryAt;
  }
}
