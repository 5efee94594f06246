import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';

/** What providers of all kinds have in common. */
type Provider = {
  readonly id: string;
  appliesTo(entity: Entity): boolean;
};

/** The providers of one kind that modules added. */
export class ProviderRegistry<P extends Provider> {
  readonly #kind: string;
  readonly #reserved: readonly string[];
  readonly #providers = new Map<string, P>();

  /**
   * @param kind - For messages: `pipeline provider`.
   * @param options.reserved - Ids that no module may use.
   */
  static create<P extends Provider>(
    kind: string,
    options: { reserved?: readonly string[] } = {},
  ): ProviderRegistry<P> {
    return new ProviderRegistry(kind, options.reserved ?? []);
  }

  private constructor(kind: string, reserved: readonly string[]) {
    this.#kind = kind;
    this.#reserved = reserved;
  }

  /** @throws Error if the id is taken. */
  add(provider: P): void {
    if (this.has(provider.id)) {
      throw new Error(
        `The id '${provider.id}' is used by another ${this.#kind}`,
      );
    }
    this.#providers.set(provider.id, provider);
  }

  list(): P[] {
    return [...this.#providers.values()];
  }

  /** Whether an id is that of a provider, or reserved. */
  has(id: string): boolean {
    return this.#reserved.includes(id) || this.#providers.has(id);
  }

  /** The providers that may know of an entity. */
  applying(entity: Entity, { logger }: { logger: LoggerService }): P[] {
    return this.list().filter(provider => {
      try {
        return provider.appliesTo(entity);
      } catch (error) {
        logger.warn(
          `The ${this.#kind} '${provider.id}' cannot say whether it applies`,
          toError(error),
        );
        return false;
      }
    });
  }
}
