import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { z } from 'zod';
import type { GrafanaOnCallConfig } from './config';
import {
  type Chain,
  chainAnswer,
  type ScheduleData,
  scheduleAnswer,
  type ShiftData,
  shiftsPage,
  type Step,
  stepsPage,
  type User,
  userAnswer,
} from './schemas';

const TITLE = 'Grafana OnCall';

/** So many are read of a list. */
const MAX_PAGES = 5;

/** A list, and whether nothing of it is missing. */
type Listed<T> = { items: T[]; isComplete: boolean };

type Options<T> = {
  schema: z.ZodType<T>;
  /** What is asked for. */
  subject: string;
  signal: AbortSignal;
};

const toDay = (time: Date) => time.toISOString().slice(0, 10);

/** Asks Grafana OnCall's HTTP API, version 1. */
export class GrafanaOnCallClient {
  readonly #config: GrafanaOnCallConfig;
  readonly #fetch: typeof fetch;

  static create(config: GrafanaOnCallConfig): GrafanaOnCallClient {
    return new GrafanaOnCallClient(config);
  }

  private constructor(config: GrafanaOnCallConfig) {
    this.#config = config;
    this.#fetch = createBoundedFetch({ title: TITLE });
  }

  async getChain(id: string, signal: AbortSignal): Promise<Chain> {
    return this.#get(`escalation_chains/${encodeURIComponent(id)}/`, {
      schema: chainAnswer,
      subject: `the escalation chain '${id}'`,
      signal,
    });
  }

  /** The steps of an escalation chain. */
  async listSteps(chainId: string, signal: AbortSignal): Promise<Listed<Step>> {
    return this.#list(
      'escalation_policies/',
      { escalation_chain_id: chainId },
      {
        schema: stepsPage,
        subject: `the steps of the escalation chain '${chainId}'`,
        signal,
      },
    );
  }

  async getSchedule(id: string, signal: AbortSignal): Promise<ScheduleData> {
    return this.#get(`schedules/${encodeURIComponent(id)}/`, {
      schema: scheduleAnswer,
      subject: `the schedule '${id}'`,
      signal,
    });
  }

  /** The shifts of a schedule, overrides included. Only the days of the times count. */
  async listShifts(
    scheduleId: string,
    options: { since: Date; until: Date; signal: AbortSignal },
  ): Promise<Listed<ShiftData>> {
    const { since, until, signal } = options;
    return this.#list(
      `schedules/${encodeURIComponent(scheduleId)}/final_shifts`,
      { start_date: toDay(since), end_date: toDay(until) },
      {
        schema: shiftsPage,
        subject: `the shifts of the schedule '${scheduleId}'`,
        signal,
      },
    );
  }

  async getUser(id: string, signal: AbortSignal): Promise<User> {
    return this.#get(`users/${encodeURIComponent(id)}/`, {
      schema: userAnswer,
      subject: `the user '${id}'`,
      signal,
    });
  }

  async #list<T>(
    path: string,
    query: Record<string, string>,
    options: Options<{ results: T[]; next?: string | null }>,
  ): Promise<Listed<T>> {
    const items: T[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const search = new URLSearchParams({ ...query, page: String(page) });
      const { results, next } = await this.#get(`${path}?${search}`, options);
      items.push(...results);
      if (!next) {
        return { items, isComplete: true };
      }
    }
    return { items, isComplete: false };
  }

  async #get<T>(path: string, options: Options<T>): Promise<T> {
    const { apiUrl, apiToken } = this.#config;
    const response = await this.#fetch(`${apiUrl}/api/v1/${path}`, {
      signal: options.signal,
      headers: { accept: 'application/json', authorization: apiToken },
    });
    if (response.ok) {
      return parseAnswer(
        TITLE,
        options.schema,
        parseJson(TITLE, await response.text()),
      );
    }
    await response.body?.cancel();
    throw toUpstreamError({
      title: TITLE,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      subject: options.subject,
    });
  }
}
