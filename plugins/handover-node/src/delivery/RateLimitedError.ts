import { CustomErrorBase } from '@backstage/errors';

/** A system wants to be left alone for a time. */
export class RateLimitedError extends CustomErrorBase {
  name = 'RateLimitedError' as const;

  /** Until when nothing is asked of it. */
  readonly retryAt: Date;

  constructor(options: { message: string; retryAt: Date; cause?: unknown }) {
    super(options.message, options.cause);
    this.retryAt = options.retryAt;
  }
}
