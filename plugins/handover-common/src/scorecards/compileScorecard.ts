import { isError, repeatedIds } from '../definitions/findings';
import type { Finding } from '../documents/issues';
import { validate } from '../documents/issues';
import type { SemanticFinding } from '../documents/semantics';
import { didYouMean } from '../text/nearest';
import {
  type Condition,
  compileCondition,
} from './conditions/compileCondition';
import { ConditionError } from './conditions/ConditionError';
import type { FactSchema } from './facts/FactSchema';
import type { FactBasis } from './facts/types';
import { type Scorecard, type ScorecardCheck, scorecardSchema } from './schema';

/**
 * A check whose conditions are compiled.
 *
 * @alpha
 */
export type CompiledCheck = ScorecardCheck & {
  compiled: { condition: Condition; when?: Condition };
  /** Where the facts of the condition come from. */
  basis: readonly FactBasis[];
  /** Position of the check's level, the lowest being 0. */
  rank: number;
};

/**
 * A scorecard that can be evaluated.
 *
 * @alpha
 */
export type CompiledScorecard = Omit<Scorecard, 'checks'> & {
  checks: readonly CompiledCheck[];
};

/** A finding inside a condition has its text, and how many characters are before it. */
export type ScorecardFinding = (Finding | SemanticFinding) & {
  inside?: { text: string; offset: number };
};

/**
 * Validates a scorecard given as plain values and compiles its conditions. There
 * is none if any finding is an error.
 */
export function compileScorecard(
  value: unknown,
  facts: FactSchema,
): { scorecard?: CompiledScorecard; findings: ScorecardFinding[] } {
  const { data, findings } = validate(scorecardSchema, value);
  if (!data) {
    return { findings };
  }
  const all: ScorecardFinding[] = [
    ...repeatedIds(data.levels, ['levels']),
    ...repeatedIds(data.checks, ['checks']),
    ...unusedLevels(data),
  ];
  const checks = data.checks.flatMap((check, index) => {
    const result = compileCheck(check, index, { scorecard: data, facts });
    all.push(...result.findings);
    return result.check ?? [];
  });
  const failed = all.some(isError);
  return {
    ...(!failed && { scorecard: { ...data, checks } }),
    findings: all,
  };
}

function compileCheck(
  check: ScorecardCheck,
  index: number,
  { scorecard, facts }: { scorecard: Scorecard; facts: FactSchema },
): { check?: CompiledCheck; findings: ScorecardFinding[] } {
  const findings: ScorecardFinding[] = [];
  const compile = (key: 'condition' | 'when', text: string) => {
    try {
      return compileCondition(text, facts);
    } catch (error) {
      if (!(error instanceof ConditionError)) {
        throw error;
      }
      findings.push({
        path: ['checks', index, key],
        message: error.message,
        inside: { text, offset: error.offset },
      });
      return undefined;
    }
  };
  const levels = scorecard.levels.map(({ id }) => id);
  const rank = levels.indexOf(check.level);
  if (rank < 0) {
    findings.push({
      path: ['checks', index, 'level'],
      message: `unknown level '${check.level}'${
        didYouMean(check.level, levels) || `; there are ${levels.join(', ')}`
      }`,
    });
  }
  const condition = compile('condition', check.condition);
  const when =
    check.when === undefined ? undefined : compile('when', check.when);
  if (!condition || findings.length > 0) {
    return { findings };
  }
  const basis = new Set(
    condition.uses.map(({ fact }) => facts.find(fact)!.basis),
  );
  return {
    check: {
      ...check,
      compiled: { condition, ...(when && { when }) },
      basis: [...basis].sort(),
      rank,
    },
    findings,
  };
}

/** A level without checks is reached together with the one below. */
function unusedLevels({ levels, checks }: Scorecard): SemanticFinding[] {
  return levels.flatMap(({ id }, index) =>
    checks.some(({ level }) => level === id)
      ? []
      : [
          {
            path: ['levels', index],
            message: `no check needs the level '${id}'`,
            severity: 'warning' as const,
          },
        ],
  );
}
