import type { OnCallData } from '@backstage-handover/plugin-handover-common';
import {
  beforePaging,
  type OnCallFetchOptions,
  type OnCallPageOptions,
  type OnCallPageReceipt,
  type OnCallProvider,
  PageNotSentError,
} from '@backstage-handover/plugin-handover-node';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { readPagerDutyConfig } from './config';
import { PagerDutyClient } from './PagerDutyClient';
import { PagerDutyPager } from './PagerDutyPager';
import { toOnCall } from './toOnCall';
import { hasTarget, readTarget } from './target';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far ahead the next person is looked for. */
const AHEAD_DAYS = 14;

/**
 * Reads who is on call for the PagerDuty service of an entity, and pages them if
 * that is configured.
 *
 * @public
 */
export class PagerDutyProvider implements OnCallProvider {
  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.id} */
  readonly id = 'pagerduty';
  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.title} */
  readonly title = 'PagerDuty';
  readonly #client: PagerDutyClient;
  readonly #pager?: PagerDutyPager;

  /**
   * Creates the provider. Undefined if no token is configured.
   *
   * @throws Error that names the key which is wrong
   */
  static fromConfig(config: Config): PagerDutyProvider | undefined {
    const pagerDuty = readPagerDutyConfig(config);
    if (!pagerDuty) {
      return undefined;
    }
    const { paging, apiBaseUrl } = pagerDuty;
    return new PagerDutyProvider(
      PagerDutyClient.create(pagerDuty),
      paging && PagerDutyPager.create({ ...paging, apiBaseUrl }),
    );
  }

  private constructor(client: PagerDutyClient, pager?: PagerDutyPager) {
    this.#client = client;
    this.#pager = pager;
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
      isPageable: this.#pager !== undefined,
    });
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#OnCallProvider.page} */
  async page(options: OnCallPageOptions): Promise<OnCallPageReceipt> {
    const { entity, target, signal } = options;
    if (!this.#pager) {
      throw new PageNotSentError(
        `Paging through ${this.title} is off: set 'handover.pagerDuty.paging.enabled'`,
      );
    }
    const service = await beforePaging(() =>
      this.#client.getService(readTarget(entity), signal),
    );
    if (service.escalation_policy.id !== target.id) {
      throw new PageNotSentError(
        `The ${this.title} service of ${stringifyEntityRef(
          entity,
        )} no longer uses the escalation policy '${target.name}'`,
      );
    }
    return this.#pager.page(service.id, options);
  }
}
