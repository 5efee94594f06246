import type { PipelineProvider } from '@backstage-handover/plugin-handover-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { EVENTS_PROVIDER } from './store';

/** The systems that modules added. */
export class ProviderRegistry {
  readonly #providers = new Map<string, PipelineProvider>();

  /** @throws Error if there is a provider with that id already. */
  add(provider: PipelineProvider): void {
    if (
      this.#providers.has(provider.id) ||
      provider.id === EVENTS_PROVIDER.id
    ) {
      throw new Error(`There is already a pipeline provider '${provider.id}'`);
    }
    this.#providers.set(provider.id, provider);
  }

  list(): PipelineProvider[] {
    return [...this.#providers.values()];
  }

  /** The systems that may know of an entity. */
  applying(
    entity: Entity,
    { logger }: { logger: LoggerService },
  ): PipelineProvider[] {
    return this.list().filter(provider => {
      try {
        return provider.appliesTo(entity);
      } catch (error) {
        logger.warn(
          `The pipeline provider '${provider.id}' cannot say whether it applies`,
          toError(error),
        );
        return false;
      }
    });
  }

  /** Whether a provider with this id is installed. */
  has(id: string): boolean {
    return id === EVENTS_PROVIDER.id || this.#providers.has(id);
  }
}
