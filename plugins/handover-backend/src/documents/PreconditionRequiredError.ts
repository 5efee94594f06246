import { CustomErrorBase } from '@backstage/errors';

/** A write does not say what it was made from (HTTP 428, RFC 6585 section 3). */
export class PreconditionRequiredError extends CustomErrorBase {
  name = 'PreconditionRequiredError' as const;

  /** Read by the error middleware. */
  readonly status = 428;
}
