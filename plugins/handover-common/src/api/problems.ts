import { ResponseError } from '@backstage/errors';
import type { Problem } from './types';

/**
 * The problems of a document that the backend refused, in the order of their
 * lines. Empty for every other error.
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
