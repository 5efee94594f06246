import type { CompiledScorecard } from '../compileScorecard';
import { FULFILLED, levelRange } from '../levelOf';
import type { CheckResult } from '../types';
import type { InitiativeProgress, InitiativeTarget } from './types';

/**
 * How far an entity is, from the result of the scorecard.
 *
 * A level counts as reached only if it is certain: one that is kept because of
 * unknown outcomes is unknown. A check that does not count yet is asked for all
 * the same. Checks that do not exist any more are left out.
 *
 * @param results - In the order of the scorecard's checks.
 * @returns undefined if nothing is asked of the entity: none of the checks
 *   applies, or the level is gone.
 *
 * @alpha
 */
export function initiativeProgress(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
  target: InitiativeTarget,
): InitiativeProgress | undefined {
  return 'level' in target
    ? ofLevel(scorecard, results, target.level)
    : ofChecks(results, target.checks);
}

function ofLevel(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
  level: string,
): InitiativeProgress | undefined {
  const wanted = scorecard.levels.findIndex(({ id }) => id === level);
  if (wanted < 0) {
    return undefined;
  }
  const { lowest, highest } = levelRange(scorecard, results);
  if (lowest >= wanted) {
    return 'reached';
  }
  return highest < wanted ? 'open' : 'unknown';
}

function ofChecks(
  results: readonly CheckResult[],
  checks: readonly string[],
): InitiativeProgress | undefined {
  const outcomes = results
    .filter(({ id }) => checks.includes(id))
    .map(({ outcome }) => outcome);
  if (outcomes.every(outcome => outcome === 'notApplicable')) {
    return undefined;
  }
  if (outcomes.every(outcome => FULFILLED.includes(outcome))) {
    return 'reached';
  }
  return outcomes.includes('fail') ? 'open' : 'unknown';
}
