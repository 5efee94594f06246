import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { revisionOfIfMatch } from './etag';
import { PreconditionRequiredError } from './PreconditionRequiredError';

/**
 * The revision that must be in view for a write to go through, 0 for none
 * (RFC 9110 section 13.1).
 *
 * @throws PreconditionRequiredError if the request has no condition.
 * @throws InputError if the condition is not one that is understood.
 */
export function expectedRevisionOf(req: Pick<Request, 'header'>): number {
  const ifMatch = req.header('if-match');
  const ifNoneMatch = req.header('if-none-match');
  if (ifMatch !== undefined && ifNoneMatch !== undefined) {
    throw new InputError('Either If-Match or If-None-Match is allowed');
  }
  if (ifMatch !== undefined) {
    return revisionOfIfMatch(ifMatch);
  }
  if (ifNoneMatch === undefined) {
    throw new PreconditionRequiredError(
      'Either If-Match with the revision that the change was made from, or If-None-Match: * for the first one is required',
    );
  }
  if (ifNoneMatch !== '*') {
    throw new InputError('Invalid If-None-Match header: must be *');
  }
  return 0;
}

/**
 * The revision that a change was made from (RFC 9110 section 13.1.1).
 *
 * @throws PreconditionRequiredError if the request does not say.
 * @throws InputError if it is not a revision.
 */
export function ifMatchOf(req: Pick<Request, 'header'>): number {
  const header = req.header('if-match');
  if (header === undefined) {
    throw new PreconditionRequiredError(
      'If-Match with the revision that the change was made from is required',
    );
  }
  return revisionOfIfMatch(header);
}
