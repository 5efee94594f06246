import { CustomErrorBase } from '@backstage/errors';

/** Somebody asks for more than is done for one user (HTTP 429). */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;

  /** Read by the error middleware. */
  readonly status = 429;

  constructor(
    message: string,
    /** When to ask again. Sent as `Retry-After`. */
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
