import type {
  Initiative,
  InitiativeCounts,
  InitiativeDay,
  InitiativeDefinition,
  InitiativeEntity,
  InitiativeProgress,
  InitiativeState,
  InitiativeTeam,
} from '@backstage-handover/plugin-handover-common';
import type { EntityFilter } from '../../../entities/EntitiesService';

/** An initiative as it is stored: without what is counted for a caller. */
export type StoredInitiative = Omit<
  Initiative,
  'counts' | 'problem' | 'state'
> & {
  status: 'draft' | 'published' | 'closed';
  /** Since when the scorecard, the target and the scope are these. */
  measuredAt: string;
  /** Order of the last milestone that owners were notified about. */
  announced?: number;
  /** When they were notified, a date in UTC. */
  announcedOn?: string;
};

/** What evaluations decide from. */
export type OpenInitiative = Pick<
  StoredInitiative,
  'id' | 'scorecard' | 'target' | 'scope'
>;

/** Which entities are counted. */
export type InitiativeEntitiesQuery = {
  /** Entities that the caller may see. */
  filter?: EntityFilter;
  owner?: string[];
};

export type InitiativeQuery = {
  state?: InitiativeState[];
  scorecard?: string;
  /** The date in UTC that decides the state. */
  today: string;
  limit?: number;
  cursor?: string;
};

/** An owner's entities in an initiative that are not there yet. */
export type InitiativeDebt = {
  initiativeId: string;
  owner: string;
  open: number;
  unknown: number;
  total: number;
};

/** Keeps initiatives. References are full and in lower case. */
export interface InitiativeStore {
  /**
   * Those that end first before others.
   *
   * @throws InputError if the cursor is malformed.
   */
  list(query: InitiativeQuery): Promise<{
    items: StoredInitiative[];
    nextCursor?: string;
    totalItems: number;
  }>;

  get(id: string): Promise<StoredInitiative | undefined>;

  /** Those that evaluations keep up to date. */
  listOpen(): Promise<OpenInitiative[]>;

  /** Published ones that have started before a date in UTC, or on it. */
  listStarted(day: string): Promise<StoredInitiative[]>;

  /** Those that have started and that an entity is part of. */
  listForEntity(
    entityRef: string,
    day: string,
  ): Promise<(StoredInitiative & { progress: InitiativeProgress })[]>;

  /** Stores a draft, and has the entities of its scope evaluated for it. */
  add(
    definition: InitiativeDefinition,
    options: { by: string },
  ): Promise<StoredInitiative>;

  /**
   * Replaces the definition of one that is not closed.
   *
   * @param options.reevaluates - Makes every progress unknown, and has the
   *   entities evaluated again.
   * @param options.announced - Order of the milestone that counts as announced.
   * @returns undefined if it does not have the revision, or is closed.
   */
  update(
    id: string,
    definition: InitiativeDefinition,
    options: { revision: number; reevaluates: boolean; announced?: number },
  ): Promise<StoredInitiative | undefined>;

  /** @returns undefined if it is not a draft with the revision. */
  publish(
    id: string,
    options: { revision: number },
  ): Promise<StoredInitiative | undefined>;

  /**
   * Ends a published one. The progress and the owners of its entities stay as
   * they are, also if an entity leaves the catalog.
   *
   * @returns undefined if it is not a published one with the revision.
   */
  close(
    id: string,
    options: { revision: number; by: string; note?: string },
  ): Promise<StoredInitiative | undefined>;

  /** @returns undefined if it is not a draft with the revision. */
  deleteDraft(
    id: string,
    options: { revision: number },
  ): Promise<StoredInitiative | undefined>;

  /** By id. Initiatives without entities have no entry. */
  count(
    ids: string[],
    query: InitiativeEntitiesQuery,
  ): Promise<Map<string, InitiativeCounts>>;

  /** Those with most entities left first. */
  countTeams(
    id: string,
    query: InitiativeEntitiesQuery,
  ): Promise<{ teams: InitiativeTeam[]; omittedTeams: number }>;

  /** Owners of entities that are not there yet. */
  listDebts(ids: string[]): Promise<InitiativeDebt[]>;

  /**
   * Progress at the end of each day.
   *
   * @param query.from - First day.
   * @param query.to - Last day.
   */
  countByDay(
    id: string,
    query: InitiativeEntitiesQuery & { from: string; to: string },
  ): Promise<InitiativeDay[]>;

  /**
   * Those that are not there yet first.
   *
   * @throws InputError if the cursor is malformed.
   */
  listEntities(
    id: string,
    query: InitiativeEntitiesQuery & {
      progress?: InitiativeProgress[];
      limit?: number;
      cursor?: string;
    },
  ): Promise<{
    items: InitiativeEntity[];
    nextCursor?: string;
    totalItems: number;
  }>;

  /** Records the milestones that owners were notified about, by initiative. */
  recordAnnounced(
    orders: ReadonlyMap<string, number>,
    options: { day: string },
  ): Promise<void>;

  /** Takes entities that are gone out of those that are not closed. */
  removeEntities(entityRefs: string[]): Promise<void>;

  /** Deletes those that were closed before a time. @returns how many. */
  removeClosedBefore(time: Date): Promise<number>;
}
