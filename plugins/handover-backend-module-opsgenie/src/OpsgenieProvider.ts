import type { OnCallData } from '@backstage-handover/plugin-handover-common';
import {
  beforePaging,
  type OnCallFetchOptions,
  type OnCallPageOptions,
  type OnCallPageReceipt,
  type OnCallProvider,
  PageNotSentError,
  webUrl,
} from '@backstage-handover/plugin-handover-node';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { OpsgenieConfig } from './config';
import { OpsgenieClient } from './OpsgenieClient';
import { OpsgeniePager } from './OpsgeniePager';
import { defaultResponder, toPageTarget } from './responder';
import type { RoutingRule, Rule } from './schemas';
import { hasTeam, readTeam } from './target';
import { isOfSchedule, type Schedule, toLevels } from './toLevels';

/** How far ahead the next person is looked for. */
const AHEAD_WEEKS = 2;

/** More schedules of one escalation are not read. */
const MAX_SCHEDULES = 10;

/** Reads who is on call for the Opsgenie team of an entity, and pages them if that is configured. */
export class OpsgenieProvider implements OnCallProvider {
  readonly id = 'opsgenie';
  readonly title = 'Opsgenie';
  readonly #client: OpsgenieClient;
  readonly #pager?: OpsgeniePager;

  static create(config: OpsgenieConfig): OpsgenieProvider {
    const { paging, apiBaseUrl } = config;
    return new OpsgenieProvider(
      OpsgenieClient.create(config),
      paging && OpsgeniePager.create({ ...paging, apiBaseUrl }),
    );
  }

  private constructor(client: OpsgenieClient, pager?: OpsgeniePager) {
    this.#client = client;
    this.#pager = pager;
  }

  appliesTo(entity: Entity): boolean {
    return hasTeam(entity);
  }

  async fetch({ entity, signal }: OnCallFetchOptions): Promise<OnCallData> {
    const name = readTeam(entity);
    const [team, routingRules] = await Promise.all([
      this.#client.getTeam(name, signal),
      this.#client.listRoutingRules(name, signal),
    ]);
    const escalation = await this.#getEscalation(routingRules, {
      name,
      signal,
    });
    const schedules = await this.#getSchedules(escalation.rules, {
      name,
      signal,
    });
    const responder = this.#pager && defaultResponder(routingRules);
    return {
      ...(responder && { canPage: toPageTarget(responder, escalation.name) }),
      escalationPolicy: {
        name: escalation.name,
        url: webUrl(team.links?.web),
      },
      levels: toLevels({
        rules: escalation.rules,
        schedules,
        now: Date.now(),
      }),
    };
  }

  async page(options: OnCallPageOptions): Promise<OnCallPageReceipt> {
    const { entity, target, signal } = options;
    if (!this.#pager) {
      throw new PageNotSentError(
        `Paging through ${this.title} is off: set 'handover.opsgenie.paging.enabled'`,
      );
    }
    const [team, routingRules] = await beforePaging(async () => {
      const name = readTeam(entity);
      return Promise.all([
        this.#client.getTeam(name, signal),
        this.#client.listRoutingRules(name, signal),
      ]);
    });
    const responder = defaultResponder(routingRules);
    if (!responder || toPageTarget(responder, target.name).id !== target.id) {
      throw new PageNotSentError(
        `The team of ${stringifyEntityRef(entity)} in ${
          this.title
        } no longer notifies '${target.name}'`,
      );
    }
    return {
      id: await this.#pager.page(responder, options),
      // The API says nowhere where the alert itself is shown.
      url: webUrl(team.links?.web),
    };
  }

  /** Whom an alert of the team is sent to, unless a routing rule with conditions applies to it. */
  async #getEscalation(
    routingRules: RoutingRule[],
    options: { name: string; signal: AbortSignal },
  ): Promise<{ name: string; rules: Rule[] }> {
    const notify = routingRules.find(({ isDefault }) => isDefault)?.notify;
    if (notify?.type === 'escalation' && notify.id) {
      return this.#client.getEscalation(notify.id, options.signal);
    }
    if (notify?.type === 'schedule' && notify.id) {
      const rule: Rule = {
        notifyType: 'default',
        delay: { timeAmount: 0 },
        recipient: notify,
      };
      return { name: notify.name || options.name, rules: [rule] };
    }
    throw new Error(
      `The default routing rule of the team '${options.name}' in ${this.title} notifies no schedule and no escalation`,
    );
  }

  /** Each schedule of the rules once, by its id. */
  async #getSchedules(
    rules: Rule[],
    options: { name: string; signal: AbortSignal },
  ): Promise<ReadonlyMap<string, Schedule>> {
    const { name, signal } = options;
    const ids = [
      ...new Set(
        rules.filter(isOfSchedule).map(({ recipient }) => recipient.id),
      ),
    ];
    if (ids.length > MAX_SCHEDULES) {
      throw new Error(
        `The escalation of the team '${name}' in ${this.title} has more schedules than Handover reads (${MAX_SCHEDULES})`,
      );
    }
    return new Map(
      await Promise.all(
        ids.map(async id => [id, await this.#getSchedule(id, signal)] as const),
      ),
    );
  }

  async #getSchedule(id: string, signal: AbortSignal): Promise<Schedule> {
    const [{ _parent: parent, onCallRecipients }, timeline] = await Promise.all(
      [
        this.#client.getOnCalls(id, signal),
        this.#client.getTimeline(id, { weeks: AHEAD_WEEKS, signal }),
      ],
    );
    // Whether it names somebody or not, it notifies nobody.
    if (parent.enabled === false) {
      throw new Error(
        `The schedule '${parent.name || id}' in ${this.title} is disabled`,
      );
    }
    return { current: onCallRecipients, timeline };
  }
}
