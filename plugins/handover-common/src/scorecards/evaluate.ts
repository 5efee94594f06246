import { isJsonObject } from '../documents/json';
import type { CompiledCheck, CompiledScorecard } from './compileScorecard';
import type { FactUse } from './conditions/TypeChecker';
import type { FactValues } from './facts/types';
import { levelOf } from './levelOf';
import {
  type CheckResult,
  type DecidingFact,
  OUTCOMES,
  type Outcome,
  type ScorecardResult,
} from './types';

/** Characters of a fact as JSON that are kept with a result. */
const MAX_KEPT = 1_000;

/**
 * What an evaluation depends on, besides the scorecard.
 *
 * @alpha
 */
export type EvaluationInput = {
  facts: FactValues;
  /** The instant of the evaluation. */
  now: Date;
  /** Checks that the entity need not pass now, by id. */
  exempt?: ReadonlySet<string>;
  /** The level of the last evaluation, for checks whose outcome is unknown now. */
  previousLevel?: string;
};

/**
 * Evaluates a scorecard for one entity that is in its scope. The same input
 * gives the same result.
 *
 * @alpha
 */
export function evaluateScorecard(
  scorecard: CompiledScorecard,
  input: EvaluationInput,
): ScorecardResult {
  const checks = scorecard.checks.map(check => evaluateCheck(check, input));
  const weights = weigh(scorecard, checks);
  const applying =
    weights.pass + weights.fail + weights.unknown + weights.exempt;
  return {
    ...levelOf(scorecard, checks, input.previousLevel),
    ...(applying > 0 && { score: weights.pass / applying }),
    weights,
    checks,
  };
}

function evaluateCheck(
  check: CompiledCheck,
  { facts, now, exempt }: EvaluationInput,
): CheckResult {
  const { condition, when } = check.compiled;
  const result = {
    id: check.id,
    counts: isCounted(check, now),
    facts: [...(when?.uses ?? []), ...condition.uses].map(use =>
      decidingFact(use, facts),
    ),
  };
  const applies = when?.evaluate(facts) ?? true;
  if (applies === false) {
    return { ...result, outcome: 'notApplicable' };
  }
  const passes = applies === true ? condition.evaluate(facts) : applies;
  if (passes === true) {
    return { ...result, outcome: 'pass' };
  }
  if (exempt?.has(check.id)) {
    return { ...result, outcome: 'exempt' };
  }
  return passes === false
    ? { ...result, outcome: 'fail' }
    : { ...result, outcome: 'unknown', reason: passes.unknown };
}

/** Whether a check counts at an instant. */
export function isCounted(
  check: Pick<CompiledCheck, 'enforcedFrom'>,
  now: Date,
): boolean {
  const from = countsFrom(check);
  return !from || from <= now;
}

/**
 * When a check begins to count, if it hasn't always.
 *
 * @alpha
 */
export function countsFrom({
  enforcedFrom,
}: Pick<CompiledCheck, 'enforcedFrom'>): Date | undefined {
  return enforcedFrom ? new Date(`${enforcedFrom}T00:00:00Z`) : undefined;
}

function decidingFact(
  { fact, keys }: FactUse,
  facts: FactValues,
): DecidingFact {
  const path = [fact, ...keys].join('.');
  const found = facts.get(fact) ?? { missing: 'nothing provides it' };
  if ('missing' in found) {
    return { path, missing: found.missing };
  }
  let value = found.value;
  for (const key of keys) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) {
      return { path, missing: 'there is no such key' };
    }
    value = value[key];
  }
  return JSON.stringify(value).length > MAX_KEPT
    ? { path, omitted: true }
    : { path, value };
}

function weigh(
  { checks }: CompiledScorecard,
  results: readonly CheckResult[],
): Record<Outcome, number> {
  const weights = Object.fromEntries(
    OUTCOMES.map(outcome => [outcome, 0]),
  ) as Record<Outcome, number>;
  results.forEach(({ outcome, counts }, index) => {
    if (counts) {
      weights[outcome] += checks[index].weight;
    }
  });
  return weights;
}
