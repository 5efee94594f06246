import type { TechInsightFact } from '@backstage-community/plugin-tech-insights-node';
import type { Page } from '@backstage-handover/plugin-handover-common';
import type {
  HandoverService,
  HandoverServiceRequestOptions,
} from '@backstage-handover/plugin-handover-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { type Result, toFacts } from './toFacts';

/** Items in one request: as many as the API gives. */
const PAGE_SIZE = 500;

type Options = {
  handover: Pick<HandoverService, 'documents' | 'scorecards'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
};

type PageQuery = { limit: number; cursor?: string };

/**
 * Reads the facts of all entities page by page. If a page cannot be read, there
 * are none, and Tech Insights keeps the last ones.
 */
export class FactPages {
  readonly #options: Options;

  static create(options: Options): FactPages {
    return new FactPages(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** An entity whose facts make no sense is left out, and does not affect others. */
  async readAll(logger: LoggerService): Promise<TechInsightFact[]> {
    const { documents } = this.#options.handover;
    const results = await this.#readResults();
    const facts: TechInsightFact[] = [];
    const failures: string[] = [];
    for await (const document of this.#pages((query, options) =>
      documents.list({ ...query, include: 'coverage' }, options),
    )) {
      try {
        const found = toFacts(document, results.get(document.entityRef) ?? []);
        facts.push(...(found ? [found] : []));
      } catch (error) {
        failures.push(`'${document.entityRef}': ${stringifyError(error)}`);
      }
    }
    if (failures.length > 0) {
      logger.warn(
        `Left out ${failures.length} handovers that have no valid facts, the first is ${failures[0]}`,
      );
    }
    return facts;
  }

  /** The results on all scorecards, by reference of the entity. */
  async #readResults(): Promise<Map<string, Result[]>> {
    const { scorecards } = this.#options.handover;
    const { items } = await scorecards.list(await this.#requestOptions());
    const results = new Map<string, Result[]>();
    for (const scorecard of items) {
      for await (const summary of this.#pages((query, options) =>
        scorecards.listResults(scorecard.name, query, options),
      )) {
        const ofEntity = results.get(summary.entityRef) ?? [];
        ofEntity.push({ scorecard, summary });
        results.set(summary.entityRef, ofEntity);
      }
    }
    return results;
  }

  async *#pages<T>(
    read: (
      query: PageQuery,
      options: HandoverServiceRequestOptions,
    ) => Promise<Page<T>>,
  ): AsyncGenerator<T> {
    let cursor: string | undefined;
    do {
      const page = await read(
        { limit: PAGE_SIZE, cursor },
        await this.#requestOptions(),
      );
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }

  async #requestOptions(): Promise<HandoverServiceRequestOptions> {
    return { credentials: await this.#options.auth.getOwnServiceCredentials() };
  }
}
