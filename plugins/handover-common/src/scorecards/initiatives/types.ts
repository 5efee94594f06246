import type { Scorecard } from '../schema';
import type { Page } from '../../page';

/**
 * Where an initiative is in its life. A `planned` one is published and starts
 * later. An `overdue` one is past its last day and not closed.
 *
 * @alpha
 */
export const INITIATIVE_STATES = [
  'draft',
  'planned',
  'active',
  'overdue',
  'closed',
] as const;

/**
 * Where an initiative is in its life.
 *
 * @public
 */
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/**
 * How far an entity is. `unknown`: a check that decides has no known outcome.
 *
 * @alpha
 */
export const INITIATIVE_PROGRESS = ['reached', 'open', 'unknown'] as const;

/**
 * How far an entity is with an initiative.
 *
 * @public
 */
export type InitiativeProgress = (typeof INITIATIVE_PROGRESS)[number];

/**
 * The goal of an initiative for each entity: a level, or some checks.
 *
 * @public
 */
export type InitiativeTarget = { level: string } | { checks: string[] };

/**
 * What an initiative is about, as its owner writes it.
 *
 * @public
 */
export type InitiativeDefinition = {
  title: string;
  /** Why it matters. Markdown. */
  description?: string;
  /** Full entity reference of whoever runs it. */
  owner: string;
  /** Name of the scorecard. */
  scorecard: string;
  target: InitiativeTarget;
  /** Which entities of the scorecard it is for; all if absent. */
  scope?: Scorecard['scope'];
  /** First day, a date in UTC. */
  startsOn: string;
  /** Last day, a date in UTC. */
  endsOn: string;
};

/**
 * Number of entities by progress.
 *
 * @public
 */
export type InitiativeCounts = Record<InitiativeProgress, number>;

/**
 * A level or some checks that a set of entities is to reach by a date.
 *
 * @public
 */
export type Initiative = InitiativeDefinition & {
  id: string;
  /** Counts the changes of the definition and the state, from 1. */
  revision: number;
  state: InitiativeState;
  /** The user. */
  createdBy: string;
  /** RFC 3339. */
  createdAt: string;
  /** RFC 3339. Absent for a draft. */
  publishedAt?: string;
  closed?: {
    /** The user. */
    by: string;
    /** RFC 3339. */
    at: string;
    /** What came of it. Markdown. */
    note?: string;
  };
  /** Entities that the caller can read. They count as unknown until they are evaluated. */
  counts: InitiativeCounts;
  /** Why entities are not evaluated: the scorecard or the target is gone. */
  problem?: string;
};

/**
 * One page of initiatives, those that end first before others.
 *
 * @public
 */
export type InitiativePage = Page<Initiative>;

/**
 * The entities of one owner in an initiative.
 *
 * @public
 */
export type InitiativeTeam = InitiativeCounts & {
  /** Main owner; empty for entities without one. */
  owner: string;
};

/**
 * An initiative, by team.
 *
 * @public
 */
export type InitiativeDetails = Initiative & {
  /** Those with most entities left first. */
  teams: InitiativeTeam[];
  /** How many more teams there are. */
  omittedTeams: number;
};

/**
 * Progress at the end of a day.
 *
 * @public
 */
export type InitiativeDay = InitiativeCounts & {
  /** A date in UTC. */
  day: string;
};

/**
 * When the rest is reached if it goes on like in the last weeks. `noProgress`:
 * never at that pace. `tooEarly`: there are less than seven days to tell from.
 *
 * @public
 */
export type InitiativeForecast =
  | { kind: 'reached' }
  | { kind: 'date'; day: string; isInTime: boolean }
  | { kind: 'noProgress' }
  | { kind: 'tooEarly' };

/**
 * How an initiative went, day by day, of the entities that the caller can read.
 *
 * @public
 */
export type InitiativeBurnUp = {
  /** From the first day to the last one, today or the day it was closed. */
  days: InitiativeDay[];
  /** Absent if it has not started or is closed. */
  forecast?: InitiativeForecast;
};

/**
 * An entity in an initiative.
 *
 * @public
 */
export type InitiativeEntity = {
  entityRef: string;
  title?: string;
  owner?: string;
  progress: InitiativeProgress;
  /** Since when, RFC 3339. */
  since: string;
};

/**
 * One page of the entities of an initiative.
 *
 * @public
 */
export type InitiativeEntityPage = Page<InitiativeEntity>;

/**
 * An initiative that has started, as it concerns one entity.
 *
 * @public
 */
export type EntityInitiative = Pick<
  Initiative,
  'id' | 'title' | 'scorecard' | 'target' | 'endsOn' | 'state' | 'problem'
> & { progress: InitiativeProgress };
