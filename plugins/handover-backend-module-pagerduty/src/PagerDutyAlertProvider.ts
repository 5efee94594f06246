import type {
  AlertFetchOptions,
  AlertProvider,
  ProvidedAlert,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import pLimit from 'p-limit';
import { readPagerDutyConfig } from './config';
import { PagerDutyClient } from './PagerDutyClient';
import type { Incident, IncidentAlert, PagerDutyService } from './schemas';
import { hasTarget, readTarget } from './target';
import { priorityOf, toAlert } from './toAlert';

/** PagerDuty limits the requests of an account, not those for a service. */
const ACCOUNT = 'account';

/** Incidents whose alerts are read at the same time. */
const CONCURRENCY = 4;

/** Incidents whose alerts are read. The severity of further ones is unknown. */
const MAX_DETAILED = 20;

/**
 * Reads the open incidents of the PagerDuty service of an entity as alerts.
 *
 * @public
 */
export class PagerDutyAlertProvider implements AlertProvider {
  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.id} */
  readonly id = 'pagerduty';
  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.title} */
  readonly title = 'PagerDuty';
  readonly #client: PagerDutyClient;

  /**
   * Creates the provider. Undefined if no token is configured, or if incidents
   * are not to be read.
   *
   * @throws Error that names the key which is wrong
   */
  static fromConfig(config: Config): PagerDutyAlertProvider | undefined {
    const pagerDuty = readPagerDutyConfig(config);
    return pagerDuty?.readsIncidents
      ? new PagerDutyAlertProvider(PagerDutyClient.create(pagerDuty))
      : undefined;
  }

  private constructor(client: PagerDutyClient) {
    this.#client = client;
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.appliesTo} */
  appliesTo(entity: Entity): boolean {
    return hasTarget(entity);
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#AlertProvider.fetch} */
  async fetch(options: AlertFetchOptions): Promise<ProvidedAlert[]> {
    const { entity, signal, rateLimits } = options;
    const target = readTarget(entity);
    // Also if the id is known: an id that no service has would have no incidents.
    const service = await rateLimits.ask(ACCOUNT, () =>
      this.#client.getService(target, signal),
    );
    const incidents = await rateLimits.ask(ACCOUNT, () =>
      this.#client.listOpenIncidents(service.id, signal),
    );
    this.#checkThatAllAreKnown(service, {
      isComplete: incidents.isComplete,
      count: incidents.items.length,
    });
    const alerts = await this.#readAlerts(incidents.items, options);
    return incidents.items.map(incident =>
      toAlert(incident, alerts.get(incident.id)),
    );
  }

  #checkThatAllAreKnown(
    { id, status }: PagerDutyService,
    { isComplete, count }: { isComplete: boolean; count: number },
  ): void {
    if (!isComplete) {
      throw new Error(
        `${this.title} has more open incidents of the service '${id}' than Handover reads`,
      );
    }
    if (status === 'disabled') {
      throw new Error(
        `The ${this.title} service '${id}' is disabled, so ${this.title} opens no incidents for it`,
      );
    }
    if (status === 'maintenance' && count === 0) {
      throw new Error(
        `The ${this.title} service '${id}' is in a maintenance window, so ${this.title} opens no incidents for it`,
      );
    }
  }

  /**
   * The firing alerts of incidents without a priority, by the incident. Those
   * that can't be read in full are missing.
   */
  async #readAlerts(
    incidents: readonly Incident[],
    { signal, logger, rateLimits }: AlertFetchOptions,
  ): Promise<Map<string, IncidentAlert[]>> {
    const inParallel = pLimit(CONCURRENCY);
    const unranked = incidents.filter(each => priorityOf(each) === undefined);
    const read = await Promise.all(
      unranked.slice(0, MAX_DETAILED).map(({ id }) =>
        inParallel(async () => {
          try {
            const { items, isComplete } = await rateLimits.ask(ACCOUNT, () =>
              this.#client.listFiringAlerts(id, signal),
            );
            return isComplete ? [[id, items] as const] : [];
          } catch (error) {
            signal.throwIfAborted();
            // The incident is open all the same.
            logger.warn(
              `An incident lacks its severity: ${toError(error).message}`,
            );
            return [];
          }
        }),
      ),
    );
    return new Map(read.flat());
  }
}
