import type { CompiledScorecard } from './compileScorecard';
import { countsFrom, isCounted } from './evaluate';
import { type LevelRange, levelRange } from './levelOf';
import type { CheckResult } from './types';

/**
 * The levels that an entity can have from a time on. `lowest` and `highest` are
 * positions, -1 below the lowest level.
 *
 * @alpha
 */
export type LevelSpan = LevelRange & { from: Date };

/** The one fact that changes when the review of the handover is due. */
const STALE = 'document.stale';

/**
 * Which levels an entity can have, and how that changes by itself: an exemption
 * or a review ends, or a check begins to count. Nobody knows yet what a check
 * comes to after that, so both are possible.
 *
 * @param results - Of the same version of the scorecard.
 * @param options.evaluatedAt - When the results were made; the first span begins
 *   then.
 * @param options.exemptUntil - When exemptions end, by check. An exempt check
 *   without one is not exempt any more.
 *
 * @alpha
 */
export function levelOutlook(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
  options: {
    evaluatedAt: Date;
    exemptUntil: ReadonlyMap<string, Date>;
    reviewDueAt?: Date;
  },
): LevelSpan[] {
  const { evaluatedAt, exemptUntil, reviewDueAt } = options;
  const { checks } = scorecard;
  const times = [
    ...exemptUntil.values(),
    ...(reviewDueAt ? [reviewDueAt] : []),
    ...checks.flatMap(check => countsFrom(check) ?? []),
  ]
    .map(time => time.getTime())
    .filter(time => time > evaluatedAt.getTime());
  const starts = [...new Set([evaluatedAt.getTime(), ...times])];

  return starts
    .sort((a, b) => a - b)
    .map(start => {
      const from = new Date(start);
      const isReviewOver =
        reviewDueAt !== undefined &&
        reviewDueAt > evaluatedAt &&
        reviewDueAt <= from;
      const isDoubtful = (index: number) => {
        const { id, outcome, facts } = results[index];
        const until = exemptUntil.get(id);
        return (
          (outcome === 'exempt' && !(until && until > from)) ||
          (isReviewOver && facts.some(({ path }) => path === STALE))
        );
      };
      const counted = results.map((result, index) => ({
        ...result,
        counts: isCounted(checks[index], from),
      }));
      return { from, ...levelRange(scorecard, counted, { isDoubtful }) };
    });
}
