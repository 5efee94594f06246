import { HANDOVER_STATUS_ANNOTATION } from '@backstage-handover/plugin-handover-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import type { HandoverStatuses } from './HandoverStatuses';

const CACHE_KEY = 'status';

type Statuses = Pick<HandoverStatuses, 'get' | 'isKnown'>;

/**
 * Puts the status of an entity's handover into an annotation, so that the
 * catalog can be filtered by it. What an author wrote there does not count.
 */
export class HandoverStatusProcessor implements CatalogProcessor {
  readonly #statuses: Statuses;

  static create(options: { statuses: Statuses }) {
    return new HandoverStatusProcessor(options.statuses);
  }

  private constructor(statuses: Statuses) {
    this.#statuses = statuses;
  }

  getProcessorName(): string {
    return 'HandoverStatusProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const status = await this.#statusOf(entity, cache);
    const { [HANDOVER_STATUS_ANNOTATION]: written, ...annotations } =
      entity.metadata.annotations ?? {};
    if (status === written) {
      return entity;
    }
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...annotations,
          ...(status ? { [HANDOVER_STATUS_ANNOTATION]: status } : {}),
        },
      },
    };
  }

  /** After a start, what was known before it counts until there is an answer. */
  async #statusOf(
    entity: Entity,
    cache: CatalogProcessorCache,
  ): Promise<string | undefined> {
    if (!this.#statuses.isKnown) {
      return (await cache.get<string | null>(CACHE_KEY)) ?? undefined;
    }
    const status = this.#statuses.get(stringifyEntityRef(entity));
    await cache.set(CACHE_KEY, status ?? null);
    return status;
  }
}
