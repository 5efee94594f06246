import { compareFixOrder } from './fixOrder';
import type { ScorecardCheckDetails, ScorecardDetails } from './responses';
import { type CheckResult, OPEN_OUTCOMES } from './types';

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
  const costOf = ({ level, weight, effort }: ScorecardCheckDetails) => ({
    rank: levels.findIndex(({ id }) => id === level),
    weight,
    effort,
  });
  return checks
    .flatMap(check => {
      const result = byId.get(check.id);
      return result && isOpen(result) ? [{ ...check, result }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.result.counts) - Number(a.result.counts) ||
        compareFixOrder(costOf(a), costOf(b)),
    );
}

function isOpen({ outcome }: CheckResult): boolean {
  return OPEN_OUTCOMES.some(each => each === outcome);
}
