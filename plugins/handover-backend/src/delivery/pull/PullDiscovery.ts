import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ProviderRegistry } from '../ProviderRegistry';
import type { PullSchedule } from './PullSchedule';

type Options = {
  registry: ProviderRegistry;
  schedule: Pick<PullSchedule, 'add'>;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Kinds of entities that have delivery data. */
  kinds: string[];
};

const PAGE_SIZE = 500;

/**
 * Searches the catalog for entities that a provider applies to. Those that left
 * the catalog, or lost their annotation, leave the schedule when they are due.
 */
export class PullDiscovery {
  readonly #options: Options;

  static create(options: Options): PullDiscovery {
    return new PullDiscovery(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @returns how many entities a provider applies to. */
  async discover(signal: AbortSignal): Promise<number> {
    const { registry, schedule, catalog, auth, kinds } = this.#options;
    if (registry.list().length === 0) {
      return 0;
    }
    let count = 0;
    const pages = catalog.streamEntities(
      { filter: { kind: kinds }, pageSize: PAGE_SIZE },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      signal.throwIfAborted();
      const found = entities
        .filter(entity => registry.applying(entity, this.#options).length > 0)
        .map(entity => stringifyEntityRef(entity).toLocaleLowerCase('en-US'));
      await schedule.add(found);
      count += found.length;
    }
    return count;
  }
}
