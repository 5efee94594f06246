import type { CompiledScorecard } from './compileScorecard';
import type { CheckResult, Outcome } from './types';

/** Outcomes that do not keep an entity from a level. */
export const FULFILLED: readonly Outcome[] = [
  'pass',
  'exempt',
  'notApplicable',
];

/** Positions of levels, -1 below the lowest. */
export type LevelRange = { lowest: number; highest: number };

/**
 * The levels that an entity can have: from the one where all checks fail whose
 * outcome is not known to the one where they pass.
 *
 * @param options.isDoubtful - Checks whose outcome may not hold any more.
 */
export function levelRange(
  { levels, checks, unknown }: CompiledScorecard,
  results: readonly Pick<CheckResult, 'counts' | 'outcome'>[],
  options: { isDoubtful?: (index: number) => boolean } = {},
): LevelRange {
  const { isDoubtful = () => false } = options;
  const reached = (isFulfilled: (index: number) => boolean) => {
    const lacking = checks.flatMap(({ rank }, index) =>
      results[index].counts && !isFulfilled(index) ? [rank] : [],
    );
    return Math.min(levels.length, ...lacking) - 1;
  };
  const has = (index: number, outcomes: readonly Outcome[]) =>
    outcomes.includes(results[index].outcome);
  const possible: readonly Outcome[] =
    unknown === 'fail' ? FULFILLED : [...FULFILLED, 'unknown'];
  return {
    lowest: reached(index => has(index, FULFILLED) && !isDoubtful(index)),
    highest: reached(index => has(index, possible) || isDoubtful(index)),
  };
}

/**
 * The highest level whose checks, and those of all levels below, are fulfilled.
 *
 * Unknown outcomes leave a range. The last known level is kept as far as it is in
 * the range. Without one, the lowest of the range counts.
 */
export function levelOf(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
  previousLevel: string | undefined,
): { level?: string; levelHeld: boolean } {
  const { levels } = scorecard;
  const { lowest, highest } = levelRange(scorecard, results);
  const previous = levels.findIndex(({ id }) => id === previousLevel);
  const rank = Math.min(Math.max(previous, lowest), highest);
  return {
    ...(rank >= 0 && { level: levels[rank].id }),
    levelHeld: rank > lowest,
  };
}
