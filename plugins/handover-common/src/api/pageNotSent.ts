import { ResponseError } from '@backstage/errors';

/** The server may have begun to work before it answered this. */
const REQUEST_TIMEOUT = 408;

/**
 * Whether it is certain that a page was not sent, by the error that
 * `onCall.page` of the client rejected with. If not, it may have gone out.
 *
 * @public
 */
export function isPageNotSent(error: unknown): boolean {
  if (!(error instanceof ResponseError)) {
    return false;
  }
  const { statusCode, cause } = error;
  return (
    cause.name === 'PageNotSentError' ||
    (statusCode >= 400 && statusCode < 500 && statusCode !== REQUEST_TIMEOUT)
  );
}
