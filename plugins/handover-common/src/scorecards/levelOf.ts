import type { CompiledScorecard } from './compileScorecard';
import type { CheckResult, Outcome } from './types';

/** Outcomes that do not keep an entity from a level. */
export const FULFILLED: readonly Outcome[] = [
  'pass',
  'exempt',
  'notApplicable',
];

/**
 * The highest level whose checks, and those of all levels below, are fulfilled.
 *
 * Unknown outcomes leave a range: from the level where all of them fail to the
 * one where all pass. The last known level is kept as far as it is in the range.
 * Without one, the lowest of the range counts.
 */
export function levelOf(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
  previousLevel: string | undefined,
): { level?: string; levelHeld: boolean } {
  const { levels, checks, unknown } = scorecard;
  const reached = (isFulfilled: (outcome: Outcome) => boolean) => {
    const lacking = checks.flatMap(({ rank }, index) =>
      results[index].counts && !isFulfilled(results[index].outcome)
        ? [rank]
        : [],
    );
    return Math.min(levels.length, ...lacking) - 1;
  };
  const lowest = reached(outcome => FULFILLED.includes(outcome));
  const highest =
    unknown === 'fail'
      ? lowest
      : reached(
          outcome => FULFILLED.includes(outcome) || outcome === 'unknown',
        );
  const previous = levels.findIndex(({ id }) => id === previousLevel);
  const rank = Math.min(Math.max(previous, lowest), highest);
  return {
    ...(rank >= 0 && { level: levels[rank].id }),
    levelHeld: rank > lowest,
  };
}
