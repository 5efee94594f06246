import { parseEntityRef } from '@backstage/catalog-model';
import type {
  BadgeUrl,
  EntityScorecards,
  FactList,
  OpenCheckPage,
  ScorecardChanges,
  ScorecardCounts,
  ScorecardHistoryPage,
  ScorecardList,
  ScorecardPreview,
  ScorecardResultPage,
  ScorecardTrend,
} from '../../scorecards/responses';
import type { ScorecardPlanResult } from '../../scorecards/planning/types';
import type { Outcome } from '../../scorecards/types';
import type { ApiCaller } from './ApiCaller';
import type { HandoverClientOptions } from './options';

/**
 * Which results to count.
 *
 * @public
 */
export type CountScorecardResultsQuery = {
  /** References of owners. */
  owner?: string[];
  /** Groups; what one of them or a group below it owns. */
  within?: string[];
  /** References of systems. */
  system?: string[];
  /** References of domains; of the entity, or else of its system. */
  domain?: string[];
  /** Count for each owner or system too. */
  groupBy?: 'owner' | 'system';
};

/**
 * Of which entities, and for how long.
 *
 * @public
 */
export type ScorecardTrendQuery = Omit<
  CountScorecardResultsQuery,
  'groupBy'
> & {
  /** 2 to 365; 90 by default. */
  days?: number;
};

/**
 * Of which entities, and since when.
 *
 * @public
 */
export type ScorecardChangesQuery = Omit<
  CountScorecardResultsQuery,
  'groupBy'
> & {
  /** 1 to 365; 30 by default. */
  days?: number;
};

/**
 * Of which entities.
 *
 * @public
 */
export type ScorecardPreviewQuery = Omit<CountScorecardResultsQuery, 'groupBy'>;

/**
 * Which results to list, and in what order.
 *
 * @public
 */
export type ListScorecardResultsQuery = Omit<
  CountScorecardResultsQuery,
  'groupBy'
> & {
  /** Ids of levels; `none` for entities below the lowest. */
  level?: string[];
  /** Id of the check that `outcome` is about. */
  check?: string;
  outcome?: Outcome[];
  sort?: 'entityRef' | 'level' | 'score';
  order?: 'asc' | 'desc';
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which open checks to list.
 *
 * @public
 */
export type ListOpenChecksQuery = Omit<
  CountScorecardResultsQuery,
  'groupBy'
> & {
  /** Names of scorecards; all by default. */
  scorecard?: string[];
  /** Whether to list the checks instead that begin to count later. */
  upcoming?: boolean;
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * Which page of the history to list.
 *
 * @public
 */
export type ListScorecardHistoryQuery = {
  /** Items per page, 1 to 500; 50 by default. */
  limit?: number;
  /** `nextCursor` of the previous page. */
  cursor?: string;
};

/**
 * What follows `?` in the address of a badge.
 *
 * @alpha
 */
export type BadgeQuery = {
  signature?: string;
  /** Seconds since 1970. */
  expires?: string;
};

/**
 * How long the address of a badge is valid.
 *
 * @public
 */
export type BadgeUrlQuery = {
  /** RFC 3339. Without it, the address does not expire. */
  expiresAt?: string;
};

/**
 * Scorecards and what they come to.
 *
 * @public
 */
export interface ScorecardsApi<
  TOptions extends unknown[] = HandoverClientOptions,
> {
  /** Lists the scorecards that are in force. */
  list(...options: TOptions): Promise<ScorecardList>;

  /** Lists the facts that conditions may name. */
  listFacts(...options: TOptions): Promise<FactList>;

  /** Gets what each scorecard comes to for an entity. */
  getForEntity(
    entityRef: string,
    ...options: TOptions
  ): Promise<EntityScorecards>;

  /** Lists how the result of an entity changed, latest first. */
  listHistory(
    entityRef: string,
    scorecard: string,
    query?: ListScorecardHistoryQuery,
    ...options: TOptions
  ): Promise<ScorecardHistoryPage>;

  /** Lists the results of the entities that the caller can read. */
  listResults(
    scorecard: string,
    query?: ListScorecardResultsQuery,
    ...options: TOptions
  ): Promise<ScorecardResultPage>;

  /** Counts the levels and outcomes of the entities that the caller can read. */
  count(
    scorecard: string,
    query?: CountScorecardResultsQuery,
    ...options: TOptions
  ): Promise<ScorecardCounts>;

  /**
   * Lists the checks that the entities that the caller can read do not pass, in
   * the order in which they are best fixed.
   */
  listOpenChecks(
    query?: ListOpenChecksQuery,
    ...options: TOptions
  ): Promise<OpenCheckPage>;

  /** Gets the address of a badge with the level of an entity, for a README. */
  getBadgeUrl(
    entityRef: string,
    scorecard: string,
    query?: BadgeUrlQuery,
    ...options: TOptions
  ): Promise<BadgeUrl>;

  /** Predicts what putting a scorecard in force changes. Nothing is stored. */
  plan(yaml: string, ...options: TOptions): Promise<ScorecardPlanResult>;

  /** Counts the levels at the end of each day, of the entities that the caller can read. */
  getTrend(
    scorecard: string,
    query?: ScorecardTrendQuery,
    ...options: TOptions
  ): Promise<ScorecardTrend>;

  /** Gets where scores rose and fell most, of the entities that the caller can read. */
  getChanges(
    scorecard: string,
    query?: ScorecardChangesQuery,
    ...options: TOptions
  ): Promise<ScorecardChanges>;

  /**
   * Counts whose level falls on the next day on which checks begin to count, of
   * the entities that the caller can read.
   */
  preview(
    scorecard: string,
    query?: ScorecardPreviewQuery,
    ...options: TOptions
  ): Promise<ScorecardPreview>;
}

const RESULTS = '/scorecards/results/{kind}/{namespace}/{name}';

/** Calls the routes of scorecards. */
export function createScorecardsApi<TOptions extends unknown[]>(
  call: ApiCaller<TOptions>,
): ScorecardsApi<TOptions> {
  return {
    list: (...options) =>
      call(options, (http, init) => http.request('get', '/scorecards', init)),

    listFacts: (...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/facts', init),
      ),

    getForEntity: (entityRef, ...options) =>
      call(options, (http, init) =>
        http.request('get', RESULTS, {
          ...init,
          params: { path: parseEntityRef(entityRef) },
        }),
      ),

    listHistory: (entityRef, scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${RESULTS}/history/{scorecard}`, {
          ...init,
          params: { path: { ...parseEntityRef(entityRef), scorecard }, query },
        }),
      ),

    getBadgeUrl: (entityRef, scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', `${RESULTS}/badge-url/{scorecard}`, {
          ...init,
          params: { path: { ...parseEntityRef(entityRef), scorecard }, query },
        }),
      ),

    listResults: (scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/{scorecard}/results', {
          ...init,
          params: { path: { scorecard }, query },
        }),
      ),

    getTrend: (scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/{scorecard}/trend', {
          ...init,
          params: { path: { scorecard }, query },
        }),
      ),

    getChanges: (scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/{scorecard}/changes', {
          ...init,
          params: { path: { scorecard }, query },
        }),
      ),

    preview: (scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/{scorecard}/preview', {
          ...init,
          params: { path: { scorecard }, query },
        }),
      ),

    count: (scorecard, query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/{scorecard}/counts', {
          ...init,
          params: { path: { scorecard }, query },
        }),
      ),

    listOpenChecks: (query, ...options) =>
      call(options, (http, init) =>
        http.request('get', '/scorecards/open-checks', {
          ...init,
          params: { query },
        }),
      ),

    plan: (yaml, ...options) =>
      call(options, (http, init) =>
        http.request('post', '/scorecards/plan', { ...init, body: { yaml } }),
      ),
  };
}
