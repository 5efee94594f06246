import { z } from 'zod/v4';
import {
  NonsenseError,
  instantSchema,
  linkSchema,
  parseWith,
  titled,
} from './nonsense';
import type { ChangeKind } from './schema';
import type { ConditionReason } from './reasons';
import { appliesToChange, sortedBy } from './relevance';
import { parseInstant } from './instant';
import { formatInstant } from './zone';

/**
 * The outcome of a condition.
 *
 * @alpha
 */
export type ConditionOutcome = 'pass' | 'fail' | 'unknown';

/**
 * The result of a condition for one change.
 *
 * @alpha
 */
export type ConditionResult = {
  outcome: ConditionOutcome;
  /** The reason, which people see. */
  reason?: string;
  /** A link to more information: `http` or `https`. */
  link?: string;
  /** When this outcome ends, RFC 3339. Without it, the outcome doesn't end. */
  until?: string;
  /**
   * The outcome from `until` on. The default is `unknown`. Return `pass` only
   * if the condition just waits, for example for a minimum time in the previous
   * environment.
   */
  then?: ConditionOutcome;
};

/**
 * A condition with its result.
 *
 * @alpha
 */
export type EvaluatedCondition = ConditionResult & {
  id: string;
  title: string;
  /** The kinds of change that it applies to. The default is all except `rollback`. */
  changes?: ChangeKind[];
};

const MAX_REASON = 2000;
const outcomeSchema = z.enum(['pass', 'fail', 'unknown']);
const resultSchema = z.strictObject({
  outcome: outcomeSchema,
  reason: titled(MAX_REASON).optional(),
  link: linkSchema.optional(),
  until: instantSchema.optional(),
  then: outcomeSchema.optional(),
});

/**
 * Checks the result of a condition for a time.
 *
 * @throws NonsenseError that names the path, but never the value
 *
 * @alpha
 */
export function parseConditionResult(
  value: unknown,
  at: string,
): ConditionResult {
  const result = parseWith(resultSchema, value);
  const { until, then } = result;
  if (then !== undefined && until === undefined) {
    throw new NonsenseError('then', "is only allowed together with 'until'");
  }
  if (until !== undefined && Date.parse(until) <= parseInstant('at', at)) {
    throw new NonsenseError('until', 'is not after the instant asked about');
  }
  return result;
}

/** A condition whose end is an instant. */
export type TimedCondition = {
  condition: EvaluatedCondition;
  /** Infinity if it has no end. */
  until: number;
};

/** The conditions that a change must pass, in an order of their own. */
export function relevantConditions(
  conditions: readonly EvaluatedCondition[],
  change: ChangeKind,
): TimedCondition[] {
  return sortedBy(
    conditions.filter(({ changes }) => appliesToChange(changes, change)),
    ({ id }) => [id],
  ).map(condition => ({
    condition,
    until:
      condition.until === undefined ? Infinity : Date.parse(condition.until),
  }));
}

export function outcomeAt(
  { condition, until }: TimedCondition,
  instant: number,
): ConditionOutcome {
  const { outcome, then = 'unknown' } = condition;
  if (Number.isNaN(until)) {
    // An end that cannot be read does not let anything pass.
    return outcome === 'fail' ? 'fail' : 'unknown';
  }
  return instant < until ? outcome : then;
}

const VERDICTS = { pass: 'open', fail: 'closed', unknown: 'unknown' } as const;

export function conditionReason(
  timed: TimedCondition,
  at: number,
): ConditionReason {
  const { id, title, reason, link } = timed.condition;
  const lasts = !(timed.until <= at);
  return {
    kind: 'condition',
    verdict: VERDICTS[outcomeAt(timed, at)],
    title,
    // A reason explains the outcome that has ended, not the one that follows.
    ...(reason !== undefined && lasts && { reason }),
    condition: id,
    ...(link !== undefined && { link }),
    ...(lasts &&
      Number.isFinite(timed.until) && { until: formatInstant(timed.until) }),
  };
}
