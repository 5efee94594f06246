import type { Problem } from '../../documents/types';
import type { LevelCounts } from '../responses';
import type { Outcome } from '../types';

/**
 * What a change to a scorecard does to an entity: it loses or gains a level, it
 * leaves or enters the scope, or its level has another id.
 *
 * @public
 */
export type PlannedChangeKind =
  | 'lost'
  | 'left'
  | 'renamed'
  | 'gained'
  | 'entered';

/**
 * An entity whose level changes, or that leaves or enters the scope.
 *
 * @public
 */
export type PlannedChange = {
  entityRef: string;
  /** The main owner. */
  owner?: string;
  change: PlannedChangeKind;
  /** Id of the level that it has now. None below the lowest. */
  before?: string;
  /** Id of the level that it will have. */
  after?: string;
  /** Whether that will only be the last known level. */
  levelHeld: boolean;
  /** Checks that cost it the level, at most 10. */
  checks: string[];
};

/**
 * A fact whose lack makes a check unknown.
 *
 * @public
 */
export type PlannedUnknown = {
  /** None if something else is the reason. */
  fact?: string;
  /** One of the reasons, if they differ. */
  reason: string;
  /** For how many entities. */
  entities: number;
};

/**
 * A check before and after a change to its scorecard.
 *
 * @public
 */
export type PlannedCheck = {
  id: string;
  title: string;
  /** Id of the level that needs it. */
  level: string;
  /** Whether it counts after the change: not before `enforcedFrom`. */
  counts: boolean;
  /** The day from which it counts. */
  enforcedFrom?: string;
  /** Number of entities by outcome now. None if the check is new or does not count. */
  before?: Partial<Record<Outcome, number>>;
  /** Number of entities by outcome after the change. None if the check is removed. */
  after?: Partial<Record<Outcome, number>>;
  /** What is missing where it will be unknown: what most entities lack first, at most 20. */
  unknown: PlannedUnknown[];
};

/**
 * An owner of entities whose level changes.
 *
 * @public
 */
export type PlannedOwner = {
  /** Full entity reference. Empty for entities without an owner. */
  ref: string;
  changes: Record<PlannedChangeKind, number>;
};

/**
 * What putting a scorecard in force changes, as of now.
 *
 * @public
 */
export type ScorecardPlan = {
  name: string;
  title: string;
  /** The lowest first. */
  levels: { id: string; title: string }[];
  /** Whether a scorecard of this name is in force. */
  inForce: boolean;
  /** The instant of the plan, RFC 3339. */
  at: string;
  before: LevelCounts;
  after: LevelCounts;
  /** Entities in the scope of the scorecard in force whose result is not of that version yet. */
  outdated: number;
  /** How many entities change, by kind of change. */
  changed: Record<PlannedChangeKind, number>;
  /** In the order of the scorecard; those that are removed last. */
  checks: PlannedCheck[];
  /** Owners of entities that change; those that lose most first. */
  owners: PlannedOwner[];
  omittedOwners: number;
  /** Entities that change; the largest losses first. */
  changes: PlannedChange[];
  omittedChanges: number;
};

/**
 * The problems of a scorecard, and what it would change. There is no plan if a
 * problem is an error.
 *
 * @public
 */
export type ScorecardPlanResult = {
  valid: boolean;
  problems: Problem[];
  plan?: ScorecardPlan;
};
