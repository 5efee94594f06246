import { HANDOVER_STATUS_ANNOTATION } from '@backstage-handover/plugin-handover-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { HandoverStatuses } from './HandoverStatuses';

/**
 * Puts the status of an entity's handover into an annotation, so that the
 * catalog can be filtered by it. What an author wrote there does not count.
 */
export class HandoverStatusProcessor implements CatalogProcessor {
  readonly #statuses: Pick<HandoverStatuses, 'get'>;

  static create(options: { statuses: Pick<HandoverStatuses, 'get'> }) {
    return new HandoverStatusProcessor(options.statuses);
  }

  private constructor(statuses: Pick<HandoverStatuses, 'get'>) {
    this.#statuses = statuses;
  }

  getProcessorName(): string {
    return 'HandoverStatusProcessor';
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
    const status = this.#statuses.get(stringifyEntityRef(entity));
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
}
