import {
  handoverDocumentReadPermission,
  type CountScorecardResultsQuery,
  type ListOpenChecksQuery,
  type ListScorecardHistoryQuery,
  type ListScorecardResultsQuery,
  type ScorecardChangesQuery,
  type ScorecardPreviewQuery,
  type ScorecardTrendQuery,
} from '@backstage-handover/plugin-handover-common';
import type { EntityFilter } from '../entities/EntitiesService';
import type { HandoverAuthorizer } from '../permissions/HandoverAuthorizer';
import { restrictedQuery } from '../permissions/restrictedQuery';
import type {
  PlanQuery,
  Restricted,
  ScorecardsService,
  ServiceOptions,
} from './ScorecardsService';

type Options = {
  inner: ScorecardsService;
  authorizer: Pick<HandoverAuthorizer, 'assertAllowed' | 'restriction'>;
};

/**
 * Shows results only of entities whose handover the caller may read, also in
 * totals.
 */
export class AuthorizedScorecardsService implements ScorecardsService {
  readonly #inner: ScorecardsService;
  readonly #authorizer: Options['authorizer'];

  static create(options: Options): ScorecardsService {
    return new AuthorizedScorecardsService(options);
  }

  private constructor(options: Options) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  /** Anybody who is signed in may: nothing in it is about an entity. */
  async listScorecards(options: ServiceOptions) {
    return this.#inner.listScorecards(options);
  }

  /** Anybody who is signed in may: nothing in it is about an entity. */
  async listFacts(options: ServiceOptions) {
    return this.#inner.listFacts(options);
  }

  async getForEntity(entityRef: string, options: ServiceOptions) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.getForEntity(entityRef, options);
  }

  async listHistory(
    entityRef: string,
    scorecard: string,
    page: ListScorecardHistoryQuery,
    options: ServiceOptions,
  ) {
    await this.#assertReadable(entityRef, options);
    return this.#inner.listHistory(entityRef, scorecard, page, options);
  }

  async listResults(
    query: ListScorecardResultsQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.listResults(
      await this.#restricted(query, options),
      options,
    );
  }

  async getTrend(
    query: ScorecardTrendQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.getTrend(
      await this.#restricted(query, options),
      options,
    );
  }

  async getChanges(
    query: ScorecardChangesQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.getChanges(
      await this.#restricted(query, options),
      options,
    );
  }

  async preview(
    query: ScorecardPreviewQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.preview(await this.#restricted(query, options), options);
  }

  async count(
    query: CountScorecardResultsQuery & Restricted,
    options: ServiceOptions,
  ) {
    return this.#inner.count(await this.#restricted(query, options), options);
  }

  async listOpenChecks(
    query: ListOpenChecksQuery & { filter?: EntityFilter },
    options: ServiceOptions,
  ) {
    return this.#inner.listOpenChecks(
      await this.#restricted(query, options),
      options,
    );
  }

  async plan(query: PlanQuery, options: ServiceOptions) {
    return this.#inner.plan(await this.#restricted(query, options), options);
  }

  /** The query, for what the caller may read only. */
  async #restricted<T extends { filter?: EntityFilter }>(
    query: T,
    { credentials }: ServiceOptions,
  ): Promise<T> {
    return restrictedQuery(query, {
      authorizer: this.#authorizer,
      permission: handoverDocumentReadPermission,
      credentials,
    });
  }

  async #assertReadable(
    entityRef: string,
    { credentials }: ServiceOptions,
  ): Promise<void> {
    await this.#authorizer.assertAllowed(
      handoverDocumentReadPermission,
      entityRef,
      credentials,
    );
  }
}
