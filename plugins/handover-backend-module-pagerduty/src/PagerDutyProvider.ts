import type { OnCallData } from '@backstage-handover/plugin-handover-common';
import type {
  OnCallFetchOptions,
  OnCallProvider,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { readPagerDutyConfig } from './config';
import { PagerDutyClient } from './PagerDutyClient';
import { toOnCall } from './toOnCall';
import { hasTarget, readTarget } from './target';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far ahead the next person is looked for. */
const AHEAD_DAYS = 14;

/**
 * Reads who is on call for the PagerDuty service of an entity.
 *
 * @public
 */
export class PagerDutyProvider implements OnCallProvider {
  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.id} */
  readonly id = 'pagerduty';
  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.title} */
  readonly title = 'PagerDuty';
  readonly #client: PagerDutyClient;

  /**
   * Creates the provider. Undefined if no token is configured.
   *
   * @throws Error that names the key which is wrong
   */
  static fromConfig(config: Config): PagerDutyProvider | undefined {
    const pagerDuty = readPagerDutyConfig(config);
    return (
      pagerDuty && new PagerDutyProvider(PagerDutyClient.create(pagerDuty))
    );
  }

  private constructor(client: PagerDutyClient) {
    this.#client = client;
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.appliesTo} */
  appliesTo(entity: Entity): boolean {
    return hasTarget(entity);
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.fetch} */
  async fetch({ entity, signal }: OnCallFetchOptions): Promise<OnCallData> {
    const service = await this.#client.getService(readTarget(entity), signal);
    const { id } = service.escalation_policy;
    const now = new Date();
    const [policy, current, upcoming] = await Promise.all([
      this.#client.getEscalationPolicy(id, signal),
      // Of now by PagerDuty's own clock.
      this.#client.listShifts(id, { signal }),
      this.#client.listShifts(id, {
        since: now,
        until: new Date(now.getTime() + AHEAD_DAYS * DAY_MS),
        signal,
      }),
    ]);
    if (!current.isComplete) {
      throw new Error(
        `${this.title} names more people on call for the escalation policy '${id}' than Handover reads`,
      );
    }
    return toOnCall({
      policy,
      current: current.items,
      upcoming: upcoming.isComplete ? upcoming.items : undefined,
      now,
    });
  }
}
