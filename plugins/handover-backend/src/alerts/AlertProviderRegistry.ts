import type { AlertProvider } from '@backstage-handover/plugin-handover-node';

/** The systems that modules added. */
export class AlertProviderRegistry {
  readonly #providers = new Map<string, AlertProvider>();

  /** @throws Error if there is a provider with that id already. */
  add(provider: AlertProvider): void {
    if (this.#providers.has(provider.id)) {
      throw new Error(`There is already an alert provider '${provider.id}'`);
    }
    this.#providers.set(provider.id, provider);
  }

  list(): AlertProvider[] {
    return [...this.#providers.values()];
  }
}
