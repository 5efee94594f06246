import type { PipelineProvider } from '@backstage-handover/plugin-handover-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityObserver } from '../../entities/EntitiesService';
import type { ProviderRegistry } from '../../ProviderRegistry';
import type { PullSchedule } from './PullSchedule';

type Options = {
  registry: ProviderRegistry<PipelineProvider>;
  schedule: Pick<PullSchedule, 'add' | 'remove'>;
  logger: LoggerService;
  /** Kinds of entities that have delivery data, in lower case. */
  kinds: string[];
};

/**
 * Schedules pulls of the entities that a provider applies to, as the mirror of
 * the catalog sees them. Those that lost their annotation leave the schedule
 * when they are due.
 */
export class PullDiscovery implements EntityObserver {
  readonly #options: Options;

  static create(options: Options): PullDiscovery {
    return new PullDiscovery(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async entitiesSeen(entities: Entity[]): Promise<void> {
    const { registry, schedule, kinds } = this.#options;
    const found = entities.filter(
      entity =>
        kinds.includes(entity.kind.toLocaleLowerCase('en-US')) &&
        registry.applying(entity, this.#options).length > 0,
    );
    await schedule.add(
      found.map(entity =>
        stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
      ),
    );
  }

  async entitiesGone(entityRefs: string[]): Promise<void> {
    await this.#options.schedule.remove(entityRefs);
  }
}
