import { CustomErrorBase } from '@backstage/errors';

/**
 * A write doesn't name the revision that it is based on (HTTP 428, RFC 6585
 * section 3).
 */
export class PreconditionRequiredError extends CustomErrorBase {
  name = 'PreconditionRequiredError' as const;

  /** Read by the error middleware. */
  readonly status = 428;
}
