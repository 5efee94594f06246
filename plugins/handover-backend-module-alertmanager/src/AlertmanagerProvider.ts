import type {
  AlertFetchOptions,
  AlertProvider,
  ProvidedAlert,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import pLimit from 'p-limit';
import { AlertmanagerClient } from './AlertmanagerClient';
import { type AlertmanagerInstance, readAlertmanagerConfig } from './config';
import type { AlertmanagerAlert, AlertmanagerSilence } from './schemas';
import { hasTarget, readInstanceName, readTarget } from './target';
import { toAlert } from './toAlert';

/** Silences to request at the same time. */
const CONCURRENCY = 4;

/** Silences that are read. Further ones are shown without details. */
const MAX_SILENCES = 20;

/**
 * Reads the alerts of entities from one Alertmanager.
 *
 * @public
 */
export class AlertmanagerProvider implements AlertProvider {
  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.id} */
  readonly id: string;
  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.title} */
  readonly title: string;
  readonly #instance: AlertmanagerInstance;
  readonly #names: readonly string[];
  readonly #client: AlertmanagerClient;

  /**
   * Creates a provider for each configured instance, so that one which fails
   * hides no other.
   *
   * @throws Error that names the key or the instance which is wrong
   */
  static fromConfig(config: Config): AlertmanagerProvider[] {
    const { instances } = readAlertmanagerConfig(config);
    const names = instances.map(({ name }) => name);
    return instances.map(each => new AlertmanagerProvider(each, names));
  }

  private constructor(
    instance: AlertmanagerInstance,
    names: readonly string[],
  ) {
    this.id = `alertmanager:${instance.name}`;
    this.title =
      names.length > 1 ? `Alertmanager '${instance.name}'` : 'Alertmanager';
    this.#instance = instance;
    this.#names = names;
    this.#client = AlertmanagerClient.create(instance, { title: this.title });
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.appliesTo} */
  appliesTo(entity: Entity): boolean {
    const wanted = readInstanceName(entity);
    return (
      hasTarget(entity, this.#instance.entityLabel) &&
      // A name that no instance has is a mistake, which the first one reports.
      (wanted === undefined ||
        wanted === this.#instance.name ||
        (!this.#names.includes(wanted) &&
          this.#names[0] === this.#instance.name))
    );
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.fetch} */
  async fetch(options: AlertFetchOptions): Promise<ProvidedAlert[]> {
    const { entity, signal, rateLimits } = options;
    const wanted = readInstanceName(entity);
    if (wanted !== undefined && !this.#names.includes(wanted)) {
      throw new Error(
        `There is no Alertmanager '${wanted}' in the configuration at 'handover.alertmanager.instances'`,
      );
    }
    const target = readTarget(entity, this.#instance.entityLabel);
    const found = await rateLimits.ask(this.#instance.name, () =>
      this.#client.listAlerts([...target, ...this.#instance.filters], signal),
    );
    const silences = await this.#readSilences(found, options);
    return found.map(alert =>
      toAlert(alert, { instance: this.#instance, target, silences }),
    );
  }

  /** The silences of alerts, by id. Those that can't be read are missing. */
  async #readSilences(
    alerts: readonly AlertmanagerAlert[],
    { signal, logger, rateLimits }: AlertFetchOptions,
  ): Promise<Map<string, AlertmanagerSilence>> {
    const ids = [...new Set(alerts.flatMap(({ status }) => status.silencedBy))];
    const inParallel = pLimit(CONCURRENCY);
    const silences = await Promise.all(
      ids.slice(0, MAX_SILENCES).map(id =>
        inParallel(async () => {
          try {
            const silence = await rateLimits.ask(this.#instance.name, () =>
              this.#client.getSilence(id, signal),
            );
            return [[id, silence] as const];
          } catch (error) {
            signal.throwIfAborted();
            // The alert is silenced all the same.
            logger.warn(`A silence lacks details: ${toError(error).message}`);
            return [];
          }
        }),
      ),
    );
    return new Map(silences.flat());
  }
}
