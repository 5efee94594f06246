import { matchesScope } from '../entities/matchesScope';
import type { ScopedEntity } from '../entities/types';
import type { CompiledScorecard } from './compileScorecard';
import { type EvaluationInput, evaluateScorecard } from './evaluate';
import type { ScorecardResult } from './types';

/**
 * What a scorecard comes to for an entity. Nothing if the entity is not in its
 * scope.
 *
 * @alpha
 */
export function evaluateEntity(
  scorecard: CompiledScorecard,
  entity: ScopedEntity,
  input: EvaluationInput,
): ScorecardResult | undefined {
  return matchesScope(entity, scorecard.scope)
    ? evaluateScorecard(scorecard, input)
    : undefined;
}
