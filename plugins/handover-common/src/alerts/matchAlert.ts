import type { DocumentedFailure } from '../documents/failures';
import { matchesWildcards } from '../text/wildcards';
import type { Alert } from './types';

/**
 * A documented failure that an alert is about.
 *
 * @alpha
 */
export type AlertMatch = {
  failure: DocumentedFailure;
  /** Its index in `failures.items`. */
  index: number;
};

/**
 * Finds the documented failures whose `match.alert` is the name of an alert, the
 * most specific first. In `match.alert`, `*` stands for any number of characters
 * and `?` for one. Case counts, as it does in alerting systems. The other fields
 * of `match` are about pods and don't count.
 *
 * @alpha
 */
export function matchAlert(
  alert: Pick<Alert, 'name'>,
  failures: readonly DocumentedFailure[] | undefined,
): AlertMatch[] {
  const name = [...alert.name];
  return (failures ?? [])
    .flatMap((failure, index) => {
      const pattern = [...(failure.match?.alert ?? '')];
      return pattern.length > 0 && matchesWildcards(pattern, name)
        ? [{ failure, index, score: specificityOf(pattern) }]
        : [];
    })
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ failure, index }) => ({ failure, index }));
}

/** A name is more specific than any pattern, and a longer pattern than a shorter one. */
function specificityOf(pattern: readonly string[]): number {
  const literal = pattern.filter(each => each !== '*' && each !== '?').length;
  return literal === pattern.length ? Infinity : literal;
}
