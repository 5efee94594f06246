import { closest, distance } from 'fastest-levenshtein';

/** Longer input is not a slip of the pen, and comparing it would only cost time. */
const MAX_LENGTH = 60;

/**
 * The candidate that was probably meant by a misspelled word, if one is near
 * enough: one edit in up to three letters, two in more (a swap counts as two), a
 * third of the letters in a long word.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
): string | undefined {
  if (candidates.length === 0 || word.length > MAX_LENGTH) {
    return undefined;
  }
  const byLowerCase = new Map(
    candidates.map(candidate => [candidate.toLowerCase(), candidate]),
  );
  const wanted = word.toLowerCase();
  const found = closest(wanted, [...byLowerCase.keys()]);
  const allowed = Math.max(
    wanted.length < 4 ? 1 : 2,
    Math.floor(wanted.length / 3),
  );
  return distance(wanted, found) <= allowed
    ? byLowerCase.get(found)
    : undefined;
}

/**
 * `, did you mean 'rollback'?`, or nothing if no candidate is similar.
 *
 * @alpha
 */
export function didYouMean(
  word: string,
  candidates: readonly string[],
): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? '' : `, did you mean '${candidate}'?`;
}
