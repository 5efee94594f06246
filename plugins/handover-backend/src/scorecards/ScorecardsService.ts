import type {
  CountScorecardResultsQuery,
  EntityScorecards,
  FactList,
  ListOpenChecksQuery,
  ListScorecardHistoryQuery,
  ListScorecardResultsQuery,
  OpenCheckPage,
  ScorecardChanges,
  ScorecardChangesQuery,
  ScorecardCounts,
  ScorecardHistoryPage,
  ScorecardList,
  ScorecardPlanResult,
  ScorecardPreview,
  ScorecardPreviewQuery,
  ScorecardResultPage,
  ScorecardTrend,
  ScorecardTrendQuery,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../entities/EntitiesService';

export type ServiceOptions = {
  credentials: BackstageCredentials;
  /** Ends what takes long when nobody waits for it any more. */
  signal?: AbortSignal;
};

/** Results of one scorecard, of the entities that the caller may see. */
export type Restricted = { scorecard: string; filter?: EntityFilter };

/** A scorecard as YAML, and the entities that the caller may see. */
export type PlanQuery = { yaml: string; filter?: EntityFilter };

/** Scorecards and what they come to. References are full and in lower case. */
export interface ScorecardsService {
  listScorecards(options: ServiceOptions): Promise<ScorecardList>;

  listFacts(options: ServiceOptions): Promise<FactList>;

  /** An entity that was never evaluated has no scorecards. */
  getForEntity(
    entityRef: string,
    options: ServiceOptions,
  ): Promise<EntityScorecards>;

  /** @throws InputError if the cursor is malformed. */
  listHistory(
    entityRef: string,
    scorecard: string,
    page: ListScorecardHistoryQuery,
    options: ServiceOptions,
  ): Promise<ScorecardHistoryPage>;

  /**
   * @throws NotFoundError if there is no such scorecard.
   * @throws InputError if the cursor is malformed.
   */
  listResults(
    query: ListScorecardResultsQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ScorecardResultPage>;

  /** @throws NotFoundError if there is no such scorecard. */
  getTrend(
    query: ScorecardTrendQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ScorecardTrend>;

  /** @throws NotFoundError if there is no such scorecard. */
  getChanges(
    query: ScorecardChangesQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ScorecardChanges>;

  /** @throws NotFoundError if there is no such scorecard. */
  preview(
    query: ScorecardPreviewQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ScorecardPreview>;

  /** @throws NotFoundError if there is no such scorecard. */
  count(
    query: CountScorecardResultsQuery & Restricted,
    options: ServiceOptions,
  ): Promise<ScorecardCounts>;

  /**
   * Lists the checks that entities do not pass, as they are best fixed.
   *
   * @throws NotFoundError if there is no such scorecard.
   * @throws InputError if the cursor is malformed, or its check is gone.
   */
  listOpenChecks(
    query: ListOpenChecksQuery & { filter?: EntityFilter },
    options: ServiceOptions,
  ): Promise<OpenCheckPage>;

  /**
   * Predicts what putting a scorecard in force changes. Stores nothing.
   *
   * @throws TooManyRequestsError if another plan of the caller is in progress, or
   *   they made too many in the last minute.
   * @throws ServiceUnavailableError if too many plans are waiting, or if it takes
   *   too long.
   */
  plan(query: PlanQuery, options: ServiceOptions): Promise<ScorecardPlanResult>;
}
