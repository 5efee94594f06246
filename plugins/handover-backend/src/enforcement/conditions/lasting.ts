import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';

/** The latest end of an outcome that a decision can have. */
const LAST_END = new Date('2200-01-01T00:00:00Z');

/** A result that ends at a time, if there is one. */
export function lasting(
  result: ConditionResult,
  until: Date | undefined,
  then: ConditionResult['outcome'],
): ConditionResult {
  return until && until < LAST_END
    ? { ...result, until: until.toISOString(), then }
    : result;
}
