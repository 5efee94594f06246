import type {
  Outcome,
  ResultInForce,
  ScorecardResult,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type {
  InitiativeProgress,
  OpenCheck,
  ScorecardChanges,
  ScorecardCounts,
  ScorecardHistoryEntry,
  ScorecardResultSummary,
  ScorecardTrendDay,
} from '@backstage-handover/plugin-handover-common';
import type { EntityFilter } from '../../entities/EntitiesService';
import type { WorkItem } from '../../queue';

/** What a scorecard comes to for an entity, with what it was decided from. */
export type StoredResult = ScorecardResult & {
  scorecard: string;
  /** Of the scorecard. */
  version: string;
  /** Of the handover, 0 for none. */
  revision: number;
  evaluatedAt: string;
  /** When level, score or outcomes last changed. */
  changedAt: string;
};

/** The evaluation of one claimed entity. */
export type Evaluated = {
  item: WorkItem;
  /** When the entity is due again. */
  dueAt: Date;
  /** When its facts were read. */
  readAt: Date;
  revision: number;
  /** Every scorecard that the entity is in the scope of. */
  results: (ScorecardResult & {
    scorecard: string;
    version: string;
    /** Position of the level, -1 below the lowest. */
    rank: number;
  })[];
  /** How far the entity is with the initiatives that it was evaluated for. */
  initiatives: {
    asked: readonly string[];
    progress: ReadonlyMap<string, InitiativeProgress>;
  };
};

/** The level of an entity at the beginning and the end of a stretch of time. */
export type LevelChange = {
  scorecard: string;
  entityRef: string;
  entityTitle?: string;
  /** Main owner. */
  owner?: string;
  /** When the stretch begins. */
  from: Date;
  before?: string;
  after?: string;
};

export type ResultQuery = {
  scorecard: string;
  /** Entities that the caller may see. */
  filter?: EntityFilter;
  /** Ids of levels; `none` for entities below the lowest. */
  level?: string[];
  owner?: string[];
  system?: string[];
  /** Checks that have one of the outcomes. */
  check?: string;
  outcome?: Outcome[];
  sort?: { field: 'entityRef' | 'level' | 'score'; order: 'asc' | 'desc' };
  limit?: number;
  cursor?: string;
};

/** A check by its name. */
export type CheckKey = { scorecard: string; check: string };

export type OpenCheckQuery = Pick<
  ResultQuery,
  'filter' | 'owner' | 'system'
> & {
  /** The checks that are listed, in their order. */
  checks: readonly CheckKey[];
  /** Whether none of these checks counts yet. By default, all of them count. */
  upcoming?: boolean;
  limit?: number;
  cursor?: string;
};

/** Which results to count. */
export type CountQuery = Pick<
  ResultQuery,
  'scorecard' | 'filter' | 'owner' | 'system'
>;

/** Which results to compare, and with when. */
export type ChangesQuery = CountQuery & {
  since: Date;
  /** Ids of the levels, the lowest first. */
  levels: readonly string[];
};

/** What the checks of an entity come to, with those that don't count yet. */
export type StoredChecks = Pick<
  StoredResult,
  'version' | 'level' | 'checks'
> & {
  entityRef: string;
};

/** How many entities have which level, and which outcome of each check. */
export type StoredCounts = Omit<ScorecardCounts, 'groups' | 'omittedGroups'>;

/** Keeps what scorecards come to. References are full and in lower case. */
export interface ScorecardStore {
  /** Results of one scorecard or all, by reference of the entity. */
  readResults(entityRefs: string[]): Promise<Map<string, StoredResult[]>>;

  /**
   * The levels that entities have now, by reference and scorecard; undefined
   * below the lowest.
   */
  readLevels(
    entityRefs: string[],
  ): Promise<Map<string, Map<string, string | undefined>>>;

  /** References of entities with one of the levels; `none` below the lowest. */
  listByLevel(
    levels: readonly { scorecard: string; level: string }[],
  ): Promise<string[]>;

  /** What entities have now of one scorecard, by reference. */
  readInForce(
    scorecard: string,
    entityRefs: string[],
  ): Promise<Map<string, ResultInForce>>;

  /**
   * Stores evaluations and settles their items, in one transaction. An item
   * whose claim is not valid any more stores nothing.
   *
   * @returns how many entities were stored.
   */
  record(evaluated: readonly Evaluated[]): Promise<number>;

  /** Forgets the results of entities that are gone. Their history stays. */
  remove(entityRefs: string[]): Promise<void>;

  /** @throws InputError if the cursor is malformed. */
  listResults(query: ResultQuery): Promise<{
    items: ScorecardResultSummary[];
    nextCursor?: string;
    totalItems: number;
  }>;

  count(query: CountQuery): Promise<StoredCounts>;

  /** Counts levels at the end of each day up to now, the earliest first. */
  countByDay(
    query: CountQuery & { days: number; now: Date },
  ): Promise<ScorecardTrendDay[]>;

  /** The largest changes of scores since a time, by main owner and by entity. */
  listChanges(query: ChangesQuery): Promise<ScorecardChanges>;

  /** The checks of the entities that match, in pages by reference. */
  eachChecks(query: CountQuery): AsyncIterable<StoredChecks[]>;

  /**
   * Checks that fail or are unknown: in the order of the query, and by reference
   * of the entity.
   *
   * @throws InputError if the cursor is malformed, or its check is not listed.
   */
  listOpenChecks(query: OpenCheckQuery): Promise<{
    items: OpenCheck[];
    nextCursor?: string;
    totalItems: number;
    openEntities: number;
    entities: number;
  }>;

  /** Counts levels by main owner or system, the largest groups first. */
  countGroups(
    query: CountQuery,
    by: 'owner' | 'system',
  ): Promise<Pick<ScorecardCounts, 'groups' | 'omittedGroups'>>;

  /**
   * The latest first.
   *
   * @throws InputError if the cursor is malformed.
   */
  listHistory(
    entityRef: string,
    scorecard: string,
    page: { limit?: number; cursor?: string },
  ): Promise<{
    items: ScorecardHistoryEntry[];
    nextCursor?: string;
    totalItems: number;
  }>;

  /**
   * Levels that are not the same at the end of a step of time as at its
   * beginning, of entities that had a result then.
   */
  listLevelChanges(range: {
    from: Date;
    to: Date;
    stepMs: number;
  }): Promise<LevelChange[]>;

  /**
   * Removes the history that ended before a time, and all that is older of
   * entities that have no result any more.
   *
   * @returns how much.
   */
  removeHistoryBefore(time: Date): Promise<number>;

  /** Entities that changed in the catalog since they were evaluated, in order. */
  listOutdated(options: { after?: string; limit: number }): Promise<string[]>;
}
