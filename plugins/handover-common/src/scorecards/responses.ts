import type { Problem } from '../documents/types';
import type { Page } from '../page';
import type { Exemption } from './exemptions';
import type { EntityInitiative } from './initiatives/types';
import type { FactBasis, FactDefinition } from './facts/types';
import type { ScorecardCheck, ScorecardLevel } from './schema';
import type { Outcome, ScorecardResult } from './types';

/**
 * A check as it is shown, with where its facts come from.
 *
 * @public
 */
export type ScorecardCheckDetails = ScorecardCheck & { basis: FactBasis[] };

/**
 * A scorecard that is in force.
 *
 * @public
 */
export type ScorecardDetails = {
  /** Unique name. */
  name: string;
  /** Digest of the definition. */
  version: string;
  title: string;
  description?: string;
  /** Full entity reference. */
  owner: string;
  /** The lowest first. */
  levels: ScorecardLevel[];
  checks: ScorecardCheckDetails[];
};

/**
 * A place that scorecards are read from, and what is wrong with it. Scorecards
 * of a failing location stay in force as they were.
 *
 * @public
 */
export type ScorecardLocation = {
  location: string;
  problems: Problem[];
  /** RFC 3339. */
  failingSince?: string;
  /** RFC 3339. */
  checkedAt: string;
};

/**
 * The scorecards in force, in the order of screens.
 *
 * @public
 */
export type ScorecardList = {
  items: ScorecardDetails[];
  locations: ScorecardLocation[];
};

/**
 * A scorecard and what it comes to for an entity.
 *
 * @public
 */
export type EntityScorecard = {
  scorecard: ScorecardDetails;
  result: ScorecardResult & {
    /** The version of the scorecard that was evaluated. */
    version: string;
    /** Number of the revision of the handover, 0 for none. */
    revision: number;
    /** RFC 3339. */
    evaluatedAt: string;
    /** When level, score or an outcome last changed, RFC 3339. */
    changedAt: string;
  };
};

/**
 * What the scorecards come to whose scope an entity is in.
 *
 * @public
 */
export type EntityScorecards = {
  items: EntityScorecard[];
  /** Initiatives that have started, those that end first before others. */
  initiatives: EntityInitiative[];
  /** Whether there are addresses of badges; absent if none are configured. */
  badges?: boolean;
};

/**
 * The result of one entity in a list.
 *
 * @public
 */
export type ScorecardResultSummary = {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  tier?: number;
  /** Id of the level. None below the lowest. */
  level?: string;
  levelHeld: boolean;
  score?: number;
  changedAt: string;
};

/**
 * One page of results.
 *
 * @public
 */
export type ScorecardResultPage = Page<ScorecardResultSummary>;

/**
 * A check that an entity does not pass.
 *
 * @public
 */
export type OpenCheck = {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  tier?: number;
  /** Name of the scorecard. */
  scorecard: string;
  /** Id of the check. */
  check: string;
  outcome: 'fail' | 'unknown';
  /** Why the outcome is unknown. */
  reason?: string;
  /** The one that is requested, or approved but not evaluated yet. */
  exemption?: Exemption;
  /** Of a check that begins to count later, if the entity was evaluated with it. */
  upcoming?: UpcomingCheck;
};

/**
 * What happens to the level on the day on which a check begins to count, if
 * nothing else changes until then. Other checks can begin to count with it.
 *
 * @public
 */
export type UpcomingCheck = {
  /** Id of the level now. None below the lowest. */
  level?: string;
  /** Id of the level then. None below the lowest. */
  levelThen?: string;
};

/**
 * One page of open checks, in the order in which they are best fixed.
 *
 * @public
 */
export type OpenCheckPage = Page<OpenCheck> & {
  /** How many entities have open checks. */
  openEntities: number;
  /** How many entities were evaluated, with open checks or without. */
  entities: number;
  /** The scorecards that were asked for, each with the checks that `items` name. */
  scorecards: ScorecardDetails[];
};

/**
 * How many entities have which level.
 *
 * @public
 */
export type LevelCounts = {
  entities: number;
  /** By id of the level; `none` below the lowest. */
  levels: Record<string, number>;
  /** How many keep their level only because something is unknown. */
  held: number;
  /** Mean of the scores, 0 to 1. */
  score?: number;
};

/**
 * How many entities have which level, and which outcome of each check.
 *
 * @public
 */
export type ScorecardCounts = LevelCounts & {
  /** Number of entities by outcome, for each check that counts. */
  checks: Record<string, Partial<Record<Outcome, number>>>;
  /** By owner or system, the largest first. Empty unless asked for. */
  groups: (LevelCounts & { ref: string })[];
  /** How many smaller groups are left out. */
  omittedGroups: number;
};

/**
 * Levels of all entities at the end of a day.
 *
 * @public
 */
export type ScorecardTrendDay = {
  /** A date in UTC. The last one is today, so far. */
  day: string;
  entities: number;
  /** By id of the level; `none` below the lowest. */
  levels: Record<string, number>;
};

/**
 * How the levels developed, of the entities that have a result now. Entities
 * count from the day of their first result on.
 *
 * @public
 */
export type ScorecardTrend = {
  /** One entry for each day, the earliest first. */
  days: ScorecardTrendDay[];
};

/**
 * How the results of an owner's entities changed. Scores are means.
 *
 * @public
 */
export type OwnerChange = {
  /** Of the main owner; empty for none. */
  owner: string;
  /** Entities with a score then and now. */
  entities: number;
  scoreBefore: number;
  score: number;
  /** Entities whose level rose. */
  gained: number;
  /** Entities whose level fell. */
  lost: number;
};

/**
 * How the result of an entity changed.
 *
 * @public
 */
export type EntityChange = {
  entityRef: string;
  title?: string;
  owner?: string;
  /** Id of the level. None below the lowest. */
  levelBefore?: string;
  level?: string;
  scoreBefore: number;
  score: number;
};

/**
 * Where scores rose and fell most since a time, up to ten of each, the largest
 * change first. Only entities count that had a result then.
 *
 * @public
 */
export type ScorecardChanges = {
  /** RFC 3339. */
  since: string;
  entities: number;
  /** Entities whose level rose. */
  gained: number;
  /** Entities whose level fell. */
  lost: number;
  owners: { gains: OwnerChange[]; drops: OwnerChange[] };
  services: { gains: EntityChange[]; drops: EntityChange[] };
};

/**
 * What happens on the next day on which checks begin to count, if nothing else
 * changes until then.
 *
 * @public
 */
export type ScorecardPreview = {
  /** Absent if every check counts already. */
  next?: {
    /** A date in UTC. */
    day: string;
    /** Those that begin to count, with the number of entities by outcome. */
    checks: { id: string; outcomes: Partial<Record<Outcome, number>> }[];
    entities: number;
    /** Entities whose level falls. */
    lost: number;
  };
};

/**
 * What a result was, from one time until the next entry.
 *
 * @public
 */
export type ScorecardHistoryEntry = {
  /** RFC 3339. */
  at: string;
  /** Of the scorecard. */
  version: string;
  level?: string;
  levelHeld: boolean;
  score?: number;
  /** Of each check that counted, by id. */
  outcomes: Record<string, Outcome>;
};

/**
 * One page of history, latest first.
 *
 * @public
 */
export type ScorecardHistoryPage = Page<ScorecardHistoryEntry>;

/**
 * All facts that conditions may name.
 *
 * @public
 */
export type FactList = { items: FactDefinition[] };

/**
 * The address of a badge. Everybody who knows it can see the badge.
 *
 * @public
 */
export type BadgeUrl = {
  url: string;
  /** When it ends, RFC 3339. Absent if it does not. */
  expiresAt?: string;
};
