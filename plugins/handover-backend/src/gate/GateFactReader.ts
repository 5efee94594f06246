import type { DecisionCount } from '@backstage-handover/plugin-handover-common/scorecards';

/** Reads what scorecards decide from. References are full and in lower case. */
export interface GateFactReader {
  /**
   * The decisions recorded in at least the last `DECISION_DAYS`, by reference.
   * Entities without any are absent.
   */
  readDecisionCounts(
    entityRefs: string[],
    now: Date,
  ): Promise<Map<string, DecisionCount[]>>;
}
