import { matchesWildcards } from '../text/wildcards';

/**
 * Whether a namespace matches a pattern with `*` and `?`.
 *
 * @alpha
 */
export function matchesNamespace(pattern: string, namespace: string): boolean {
  return matchesWildcards([...pattern], [...namespace]);
}
