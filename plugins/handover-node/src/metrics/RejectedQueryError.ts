import { CustomErrorBase } from '@backstage/errors';

/**
 * A system doesn't run a query because of the query itself: it has a mistake, or
 * can't be evaluated. Others can succeed.
 *
 * @public
 */
export class RejectedQueryError extends CustomErrorBase {
  /** The name of the error. */
  name = 'RejectedQueryError' as const;
}
