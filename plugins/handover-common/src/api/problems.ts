import { ResponseError } from '@backstage/errors';
import type { Problem } from './types';

/**
 * Returns the problems of a document that the backend rejected, in the order of
 * their lines. Empty for all other errors.
 *
 * @public
 */
export function problemsOfError(error: unknown): Problem[] {
  if (!(error instanceof ResponseError)) {
    return [];
  }
  const { problems } = error.body.error as { problems?: unknown };
  return Array.isArray(problems) ? problems : [];
}
