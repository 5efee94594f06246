import type { CompiledScorecard } from './compileScorecard';
import { isCounted } from './evaluate';
import { levelOf } from './levelOf';
import type { CheckResult } from './types';

/**
 * The level that an entity has at a later time, if its checks come to the same
 * then: checks that count only from a day on may count by then. None below the
 * lowest.
 *
 * @param results - of every check, in the order of the scorecard
 * @param options.level - the level now
 *
 * @alpha
 */
export function levelAt(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
  options: { at: Date; level?: string },
): string | undefined {
  const counted = results.map((result, index) => ({
    ...result,
    counts: isCounted(scorecard.checks[index], options.at),
  }));
  return levelOf(scorecard, counted, options.level).level;
}
