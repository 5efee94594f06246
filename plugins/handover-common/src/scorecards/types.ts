import type { JsonValue } from '../documents/json';

/**
 * What a check comes to. `unknown`: a fact is missing, or its source failed.
 *
 * @alpha
 */
export const OUTCOMES = [
  'pass',
  'fail',
  'unknown',
  'exempt',
  'notApplicable',
] as const;

/**
 * What a check comes to for an entity.
 *
 * @public
 */
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Outcomes of checks that somebody has to do something about.
 *
 * @alpha
 */
export const OPEN_OUTCOMES = [
  'fail',
  'unknown',
] as const satisfies readonly Outcome[];

/**
 * A fact that a check was decided from. `path` has the keys that the check reads
 * of a mapping: `document.sections.rollback`.
 *
 * @public
 */
export type DecidingFact = { path: string } & (
  | { value: JsonValue }
  | { missing: string }
  /** There is a value, but it is too long to be kept with each result. */
  | { omitted: true }
);

/**
 * What a check comes to, and what it was decided from.
 *
 * @public
 */
export type CheckResult = {
  id: string;
  outcome: Outcome;
  /** Whether the check counts already: `enforcedFrom` is past, or there is none. */
  counts: boolean;
  facts: DecidingFact[];
  /** Why the outcome is unknown. */
  reason?: string;
};

/**
 * What a scorecard comes to for one entity.
 *
 * @public
 */
export type ScorecardResult = {
  /** Id of the level reached. None below the lowest. */
  level?: string;
  /** Whether the level is the last known one: the outcome of a check that it needs is unknown. */
  levelHeld: boolean;
  /**
   * Weight of what passes over the weight of all that applies, from 0 to 1. None
   * if nothing applies.
   */
  score?: number;
  /** Weight of the counting checks by outcome. */
  weights: Record<Outcome, number>;
  /** In the order of the scorecard. */
  checks: CheckResult[];
};
