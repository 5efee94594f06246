import { HANDOVER_SEARCH_TYPE } from '@backstage-handover/plugin-handover-common';
import { BackendCalls } from '@backstage-handover/plugin-handover-node';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** How long the catalog may take to answer. */
const TIMEOUT_MS = 5_000;

type Catalog = Pick<CatalogService, 'getEntitiesByRefs'>;

/**
 * Removes handovers of entities that the catalog hides from the caller. The
 * search engine checks one permission for each type of document, which is
 * `handover.document.read`.
 */
export class VisibleResults {
  readonly #catalog: Catalog;
  readonly #logger: LoggerService;
  readonly #calls: BackendCalls;

  static create(options: {
    catalog: Catalog;
    logger: LoggerService;
    timeoutMs?: number;
  }): VisibleResults {
    return new VisibleResults(options);
  }

  private constructor(options: {
    catalog: Catalog;
    logger: LoggerService;
    timeoutMs?: number;
  }) {
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#calls = BackendCalls.create({
      title: 'The catalog',
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    });
  }

  /**
   * The body of a response without the results that the caller may not see,
   * wherever the body has a list of results. If the catalog does not answer, no
   * handover is left in it.
   */
  async restrict(
    body: unknown,
    credentials: BackstageCredentials,
  ): Promise<unknown> {
    const refs = new Set<string>();
    replaceResults(body, result => {
      refs.add(result.document.entityRef);
      return true;
    });
    if (refs.size === 0) {
      return body;
    }
    const visible = await this.#visible([...refs], credentials);
    return replaceResults(body, result =>
      visible.has(result.document.entityRef),
    );
  }

  async #visible(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    try {
      const { items } = await this.#calls.run(() =>
        this.#catalog.getEntitiesByRefs(
          { entityRefs, fields: ['kind'] },
          { credentials },
        ),
      );
      return new Set(entityRefs.filter((_, index) => items[index]));
    } catch (error) {
      this.#logger.warn(
        'Handovers are left out of search results: the catalog cannot be asked which entities the caller may see',
        toError(error),
      );
      return new Set();
    }
  }
}

type HandoverResult = { document: { entityRef: string } };

/**
 * A copy of a JSON value in which each list of results keeps only handovers that
 * pass. The number of all results is left out where one is removed, because it
 * counts hidden ones too.
 */
function replaceResults(
  value: unknown,
  passes: (result: HandoverResult) => boolean,
): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => replaceResults(item, passes));
  }
  const { results, ...rest } = value as Record<string, unknown>;
  if (!Array.isArray(results)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        replaceResults(item, passes),
      ]),
    );
  }
  const kept = results.filter(
    result => result?.type !== HANDOVER_SEARCH_TYPE || passes(result),
  );
  if (kept.length === results.length) {
    return value;
  }
  const { numberOfResults: _all, totalItems: _total, ...others } = rest;
  return { ...others, results: kept };
}
