import type {
  CountScorecardResultsQuery,
  EntityScorecards,
  FactList,
  ListScorecardHistoryQuery,
  ListScorecardResultsQuery,
  ScorecardCounts,
  ScorecardHistoryPage,
  ScorecardList,
  ScorecardResultPage,
} from '@backstage-handover/plugin-handover-common';
import type { FactSchema } from '@backstage-handover/plugin-handover-common/scorecards';
import { NotFoundError } from '@backstage/errors';
import type {
  EntitiesService,
  EntityFilter,
} from '../entities/EntitiesService';
import type { ActiveScorecards } from './ActiveScorecards';
import type { Restricted, ScorecardsService } from './ScorecardsService';
import type { ScorecardStore } from './store';
import { toDetails } from './toDetails';

type Options = {
  store: ScorecardStore;
  scorecards: ActiveScorecards;
  facts: FactSchema;
  entities: Pick<EntitiesService, 'subtreeOfGroup'>;
};

/** Answers from what was evaluated. Checks no permissions. */
export class DefaultScorecardsService implements ScorecardsService {
  readonly #options: Options;

  static create(options: Options): ScorecardsService {
    return new DefaultScorecardsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async listScorecards(): Promise<ScorecardList> {
    const { scorecards, store } = this.#options;
    const [active, locations] = await Promise.all([
      scorecards.list(),
      store.listLocations(),
    ]);
    return { items: active.map(toDetails), locations };
  }

  async listFacts(): Promise<FactList> {
    return { items: this.#options.facts.definitions };
  }

  async getForEntity(entityRef: string): Promise<EntityScorecards> {
    const { scorecards, store } = this.#options;
    const [active, results] = await Promise.all([
      scorecards.list(),
      store.readResults([entityRef]),
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
    await this.#assertExists(query.scorecard);
    return this.#options.store.listResults({
      ...(await this.#withOwners(query)),
      sort: { field: sort ?? 'entityRef', order: order ?? 'asc' },
    });
  }

  async count({
    groupBy,
    ...query
  }: CountScorecardResultsQuery & Restricted): Promise<ScorecardCounts> {
    await this.#assertExists(query.scorecard);
    const restricted = await this.#withOwners(query);
    const { store } = this.#options;
    const [counts, groups] = await Promise.all([
      store.count(restricted),
      groupBy
        ? store.countGroups(restricted, groupBy)
        : { groups: [], omittedGroups: 0 },
    ]);
    return { ...counts, ...groups };
  }

  /** References as they are stored; `within` as a filter on every group in it. */
  async #withOwners<
    T extends {
      owner?: string[];
      system?: string[];
      within?: string[];
      filter?: EntityFilter;
    },
  >({ within, ...query }: T) {
    const owner = query.owner?.map(lower);
    const system = query.system?.map(lower);
    if (!within) {
      return { ...query, owner, system };
    }
    const groups = await Promise.all(
      within.map(each => this.#options.entities.subtreeOfGroup(each)),
    );
    const inTree: EntityFilter = {
      key: 'owner',
      values: [...within.map(lower), ...groups.flat()],
    };
    return {
      ...query,
      owner,
      system,
      filter: query.filter ? { allOf: [query.filter, inTree] } : inTree,
    };
  }

  async #assertExists(name: string): Promise<void> {
    const active = await this.#options.scorecards.list();
    if (!active.some(each => each.name === name)) {
      throw new NotFoundError(`No scorecard '${name}' is in force`);
    }
  }
}

function lower(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
