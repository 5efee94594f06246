import type {
  CountScorecardResultsQuery,
  EntityScorecards,
  FactList,
  ListOpenChecksQuery,
  OpenCheckPage,
  ListScorecardHistoryQuery,
  ListScorecardResultsQuery,
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
import {
  dayOf,
  type FactSchema,
  initiativeState,
  type ScorecardInput,
  targetProblem,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { DefinitionStore } from '../definitions';
import type {
  EntitiesService,
  EntityFilter,
} from '../entities/EntitiesService';
import { principalName } from '../principalName';
import type { ActiveScorecard, ActiveScorecards } from './ActiveScorecards';
import type { OpenCheckReader } from './openChecks/OpenCheckReader';
import type { PlanRunner } from './planning/PlanRunner';
import { UserLimits } from './planning/UserLimits';
import { previewLevels } from './preview/previewLevels';
import type {
  PlanQuery,
  Restricted,
  ScorecardsService,
  ServiceOptions,
} from './ScorecardsService';
import type { ScorecardStore } from './store';
import type { InitiativeStore } from './store/initiatives';
import { toDetails } from './toDetails';
import { toStoredQuery } from './toStoredQuery';

/** Days of a trend, and of changes, unless the caller chooses. */
const TREND_DAYS = 90;
const CHANGE_DAYS = 30;

/** Plans that one user can make in a minute. */
const PLANS_PER_MINUTE = 30;

const DAY_MS = 86_400_000;

type Options = {
  store: ScorecardStore;
  definitions: Pick<DefinitionStore<ScorecardInput>, 'listLocations'>;
  initiatives: Pick<InitiativeStore, 'listForEntity'>;
  scorecards: ActiveScorecards;
  facts: FactSchema;
  entities: Pick<EntitiesService, 'subtreeOfGroup'>;
  auth: AuthService;
  plans: PlanRunner;
  openChecks: OpenCheckReader;
  /** Whether addresses of badges can be signed. */
  hasBadges: boolean;
};

/** Answers from what was evaluated. Checks no permissions. */
export class DefaultScorecardsService implements ScorecardsService {
  readonly #options: Options;
  readonly #planLimits = UserLimits.create({
    perMinute: PLANS_PER_MINUTE,
    what: 'scorecard plan',
  });

  static create(options: Options): ScorecardsService {
    return new DefaultScorecardsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async listScorecards(): Promise<ScorecardList> {
    const { scorecards, definitions } = this.#options;
    const [active, locations] = await Promise.all([
      scorecards.list(),
      definitions.listLocations(),
    ]);
    return {
      items: active.map(toDetails),
      locations: locations.map(({ readAt: _, ...location }) => location),
    };
  }

  async listFacts(): Promise<FactList> {
    return { items: this.#options.facts.definitions };
  }

  async getForEntity(entityRef: string): Promise<EntityScorecards> {
    const { scorecards, store, initiatives, hasBadges } = this.#options;
    const today = dayOf(new Date());
    const [active, results, started] = await Promise.all([
      scorecards.list(),
      store.readResults([entityRef]),
      initiatives.listForEntity(entityRef, today),
    ]);
    const byName = new Map(
      results.get(entityRef)?.map(result => [result.scorecard, result]),
    );
    return {
      items: active.flatMap(each => {
        const stored = byName.get(each.name);
        if (!stored) {
          return [];
        }
        const { scorecard: _, ...result } = stored;
        return [{ scorecard: toDetails(each), result }];
      }),
      initiatives: started.map(each => ({
        id: each.id,
        title: each.title,
        scorecard: each.scorecard,
        target: each.target,
        endsOn: each.endsOn,
        state: initiativeState(each, today),
        progress: each.progress,
        ...problemOf(each, active),
      })),
      ...(hasBadges && { badges: true }),
    };
  }

  async listHistory(
    entityRef: string,
    scorecard: string,
    page: ListScorecardHistoryQuery,
  ): Promise<ScorecardHistoryPage> {
    return this.#options.store.listHistory(entityRef, scorecard, page);
  }

  async listResults({
    sort,
    order,
    ...query
  }: ListScorecardResultsQuery & Restricted): Promise<ScorecardResultPage> {
    await this.#find(query.scorecard);
    return this.#options.store.listResults({
      ...(await toStoredQuery(query, this.#options.entities)),
      sort: { field: sort ?? 'entityRef', order: order ?? 'asc' },
    });
  }

  async getTrend({
    days = TREND_DAYS,
    ...query
  }: ScorecardTrendQuery & Restricted): Promise<ScorecardTrend> {
    await this.#find(query.scorecard);
    const { store, entities } = this.#options;
    return {
      days: await store.countByDay({
        ...(await toStoredQuery(query, entities)),
        days,
        now: new Date(),
      }),
    };
  }

  async getChanges({
    days = CHANGE_DAYS,
    ...query
  }: ScorecardChangesQuery & Restricted): Promise<ScorecardChanges> {
    const { scorecard } = await this.#find(query.scorecard);
    const { store, entities } = this.#options;
    return store.listChanges({
      ...(await toStoredQuery(query, entities)),
      since: new Date(Date.now() - days * DAY_MS),
      levels: scorecard.levels.map(({ id }) => id),
    });
  }

  async preview(
    query: ScorecardPreviewQuery & Restricted,
  ): Promise<ScorecardPreview> {
    const active = await this.#find(query.scorecard);
    const { store, entities } = this.#options;
    const restricted = await toStoredQuery(query, entities);
    return previewLevels(
      active,
      () => store.eachChecks(restricted),
      new Date(),
    );
  }

  async count({
    groupBy,
    ...query
  }: CountScorecardResultsQuery & Restricted): Promise<ScorecardCounts> {
    await this.#find(query.scorecard);
    const { store, entities } = this.#options;
    const restricted = await toStoredQuery(query, entities);
    const [counts, groups] = await Promise.all([
      store.count(restricted),
      groupBy
        ? store.countGroups(restricted, groupBy)
        : { groups: [], omittedGroups: 0 },
    ]);
    return { ...counts, ...groups };
  }

  async listOpenChecks({
    scorecard,
    ...query
  }: ListOpenChecksQuery & { filter?: EntityFilter }): Promise<OpenCheckPage> {
    await Promise.all((scorecard ?? []).map(each => this.#find(each)));
    const { openChecks, entities } = this.#options;
    return openChecks.list({
      ...(await toStoredQuery(query, entities)),
      scorecards: scorecard,
    });
  }

  async plan(
    query: PlanQuery,
    { credentials, signal }: ServiceOptions,
  ): Promise<ScorecardPlanResult> {
    const { auth, plans } = this.#options;
    const user = principalName(auth, credentials) ?? 'anonymous';
    return this.#planLimits.run(user, () => plans.plan(query, { signal }));
  }

  async #find(name: string): Promise<ActiveScorecard> {
    const active = await this.#options.scorecards.list();
    const found = active.find(each => each.name === name);
    if (!found) {
      throw new NotFoundError(`No scorecard '${name}' is in force`);
    }
    return found;
  }
}

/** Why an initiative is not evaluated. */
function problemOf(
  initiative: Parameters<typeof targetProblem>[0],
  active: readonly ActiveScorecard[],
): { problem?: string } {
  const problem = targetProblem(initiative, active);
  return problem === undefined ? {} : { problem };
}
