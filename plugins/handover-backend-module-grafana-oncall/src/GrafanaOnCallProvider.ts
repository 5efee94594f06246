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
import type { GrafanaOnCallConfig } from './config';
import { GrafanaOnCallClient } from './GrafanaOnCallClient';
import type { User } from './schemas';
import { sendAlert } from './sendAlert';
import { hasTarget, readTarget, type Target } from './target';
import { type Notice, scheduleIds, toNotices, userIds } from './toNotices';
import { type Schedule, toLevels } from './toLevels';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far ahead the next person is looked for. */
const AHEAD_DAYS = 14;

/** More schedules, or more people that steps name, are not read. */
const MAX_SCHEDULES = 10;
const MAX_USERS = 30;

/**
 * Reads who is on call for the Grafana OnCall escalation chain or schedule of an
 * entity. Pages those of escalation chains that have an integration.
 */
export class GrafanaOnCallProvider implements OnCallProvider {
  readonly id = 'grafana-oncall';
  readonly title = 'Grafana OnCall';
  readonly #client: GrafanaOnCallClient;
  readonly #integrations: ReadonlyMap<string, string>;

  static create(config: GrafanaOnCallConfig): GrafanaOnCallProvider {
    return new GrafanaOnCallProvider(
      GrafanaOnCallClient.create(config),
      config.integrations ?? new Map(),
    );
  }

  private constructor(
    client: GrafanaOnCallClient,
    integrations: ReadonlyMap<string, string>,
  ) {
    this.#client = client;
    this.#integrations = integrations;
  }

  appliesTo(entity: Entity): boolean {
    return hasTarget(entity);
  }

  async fetch({ entity, signal }: OnCallFetchOptions): Promise<OnCallData> {
    const target = readTarget(entity);
    const { name, levels } = await this.#getNotices(target, signal);
    const now = new Date();
    const schedules = await this.#getSchedules(levels, { now, signal });
    const users = await this.#getUsers(levels, { schedules, signal });
    const chainId = 'chainId' in target ? target.chainId : '';
    return {
      ...(name !== undefined &&
        this.#integrations.has(chainId) && { canPage: { id: chainId, name } }),
      // Of a schedule alone, its name is known only now.
      escalationPolicy: {
        name: name ?? [...schedules.values()][0].name,
      },
      levels: toLevels({ levels, schedules, users, now: now.getTime() }),
    };
  }

  async page(options: OnCallPageOptions): Promise<OnCallPageReceipt> {
    const { entity, target } = options;
    const own = await beforePaging(async () => readTarget(entity));
    const url = this.#integrations.get(target.id);
    if (!('chainId' in own) || own.chainId !== target.id || !url) {
      throw new PageNotSentError(
        `${stringifyEntityRef(entity)} has no escalation chain '${
          target.name
        }' in ${this.title} that Handover can page`,
      );
    }
    return sendAlert(url, options);
  }

  /** Whom each level notifies. */
  async #getNotices(
    target: Target,
    signal: AbortSignal,
  ): Promise<{ name?: string; levels: Notice[][] }> {
    if ('scheduleId' in target) {
      return { levels: [[{ scheduleId: target.scheduleId }]] };
    }
    const [{ name }, steps] = await Promise.all([
      this.#client.getChain(target.chainId, signal),
      this.#client.listSteps(target.chainId, signal),
    ]);
    if (!steps.isComplete) {
      throw new Error(
        `The escalation chain '${name}' in ${this.title} has more steps than Handover reads`,
      );
    }
    const levels = toNotices(steps.items);
    if (levels.length === 0) {
      throw new Error(
        `The escalation chain '${name}' in ${this.title} notifies nobody`,
      );
    }
    return { name, levels };
  }

  /** Each schedule once, by its id. */
  async #getSchedules(
    levels: Notice[][],
    options: { now: Date; signal: AbortSignal },
  ): Promise<ReadonlyMap<string, Schedule>> {
    const ids = scheduleIds(levels);
    if (ids.length > MAX_SCHEDULES) {
      throw new Error(
        `The escalation chain in ${this.title} has more schedules than Handover reads (${MAX_SCHEDULES})`,
      );
    }
    return new Map(
      await Promise.all(
        ids.map(
          async id => [id, await this.#getSchedule(id, options)] as const,
        ),
      ),
    );
  }

  async #getSchedule(
    id: string,
    { now, signal }: { now: Date; signal: AbortSignal },
  ): Promise<Schedule> {
    const until = new Date(now.getTime() + AHEAD_DAYS * DAY_MS);
    const [schedule, shifts] = await Promise.all([
      this.#client.getSchedule(id, signal),
      this.#client.listShifts(id, {
        // A shift of now may have begun before today.
        since: new Date(now.getTime() - DAY_MS),
        until,
        signal,
      }),
    ]);
    return {
      name: schedule.name,
      current: schedule.on_call_now,
      shifts: shifts.items,
      end: Date.parse(until.toISOString().slice(0, 10)),
      isComplete: shifts.isComplete,
    };
  }

  /** The people whom steps or schedules name, but no shift. */
  async #getUsers(
    levels: Notice[][],
    options: {
      schedules: ReadonlyMap<string, Schedule>;
      signal: AbortSignal;
    },
  ): Promise<ReadonlyMap<string, User>> {
    const schedules = [...options.schedules.values()];
    const known = new Map(
      schedules
        .flatMap(({ shifts }) => shifts)
        .map(({ user_pk, user_username, user_email }) => [
          user_pk,
          { id: user_pk, username: user_username, email: user_email },
        ]),
    );
    const missing = [
      ...new Set([
        ...userIds(levels),
        ...schedules.flatMap(({ current }) => current),
      ]),
    ].filter(id => !known.has(id));
    if (missing.length > MAX_USERS) {
      throw new Error(
        `${this.title} notifies more people than Handover reads (${MAX_USERS})`,
      );
    }
    const users = await Promise.all(
      missing.map(id => this.#client.getUser(id, options.signal)),
    );
    return new Map([...known, ...users.map(user => [user.id, user] as const)]);
  }
}
