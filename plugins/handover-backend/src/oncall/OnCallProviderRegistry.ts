import type { OnCallProvider } from '@backstage-handover/plugin-handover-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';

/** The on-call systems that modules added. */
export class OnCallProviderRegistry {
  readonly #providers = new Map<string, OnCallProvider>();

  static create(): OnCallProviderRegistry {
    return new OnCallProviderRegistry();
  }

  private constructor() {}

  /** @throws Error if there is already a provider with this id. */
  add(provider: OnCallProvider): void {
    if (this.#providers.has(provider.id)) {
      throw new Error(`There is already an on-call provider '${provider.id}'`);
    }
    this.#providers.set(provider.id, provider);
  }

  /** The systems that know who is on call for an entity. */
  applying(
    entity: Entity,
    { logger }: { logger: LoggerService },
  ): OnCallProvider[] {
    return [...this.#providers.values()].filter(provider => {
      try {
        return provider.appliesTo(entity);
      } catch (error) {
        logger.warn(
          `The on-call provider '${provider.id}' cannot say whether it applies`,
          toError(error),
        );
        return false;
      }
    });
  }
}
