import type { ScorecardCheckDetails, ScorecardDetails } from './responses';
import type { CheckResult } from './types';

/** How much work an effort stands for, compared with the smallest. */
const EFFORT = { small: 1, medium: 2, large: 4 } as const;

/**
 * A check with its result.
 *
 * @public
 */
export type CheckWithResult = ScorecardCheckDetails & { result: CheckResult };

/**
 * The checks that do not pass yet, in the order in which they are best fixed:
 * those of the lowest level first, and in a level those that bring the most
 * weight for their effort. Checks that do not count yet come last.
 *
 * @public
 */
export function nextChecks(
  { levels, checks }: Pick<ScorecardDetails, 'levels' | 'checks'>,
  results: readonly CheckResult[],
): CheckWithResult[] {
  const byId = new Map(results.map(result => [result.id, result]));
  const rankOf = ({ level }: ScorecardCheckDetails) =>
    levels.findIndex(({ id }) => id === level);
  return checks
    .flatMap(check => {
      const result = byId.get(check.id);
      return result && ['fail', 'unknown'].includes(result.outcome)
        ? [{ ...check, result }]
        : [];
    })
    .sort(
      (a, b) =>
        Number(b.result.counts) - Number(a.result.counts) ||
        rankOf(a) - rankOf(b) ||
        b.weight / EFFORT[b.effort] - a.weight / EFFORT[a.effort],
    );
}
