import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { z } from 'zod';
import type { OpsgenieConfig } from './config';
import { withRetryAfter } from './rateLimit';
import {
  type Escalation,
  escalationAnswer,
  type OnCalls,
  onCallsAnswer,
  type OpsgenieTeam,
  type RoutingRule,
  routingRulesAnswer,
  teamAnswer,
  timelineAnswer,
} from './schemas';
import { type Timeline, toTimeline } from './timeline';

const TITLE = 'Opsgenie';

/** Asks Opsgenie's REST API, version 2. */
export class OpsgenieClient {
  readonly #config: OpsgenieConfig;
  readonly #fetch: typeof fetch;

  static create(config: OpsgenieConfig): OpsgenieClient {
    return new OpsgenieClient(config);
  }

  private constructor(config: OpsgenieConfig) {
    this.#config = config;
    this.#fetch = createBoundedFetch({ title: TITLE });
  }

  async getTeam(name: string, signal: AbortSignal): Promise<OpsgenieTeam> {
    const { data } = await this.#get(
      `teams/${encodeURIComponent(name)}?identifierType=name`,
      { schema: teamAnswer, subject: `the team '${name}'`, signal },
    );
    return data;
  }

  /** The rules that say whom an alert of a team is sent to. */
  async listRoutingRules(
    team: string,
    signal: AbortSignal,
  ): Promise<RoutingRule[]> {
    const { data } = await this.#get(
      `teams/${encodeURIComponent(team)}/routing-rules?teamIdentifierType=name`,
      {
        schema: routingRulesAnswer,
        subject: `the routing rules of the team '${team}'`,
        signal,
      },
    );
    return data;
  }

  async getEscalation(id: string, signal: AbortSignal): Promise<Escalation> {
    const { data } = await this.#get(
      `escalations/${encodeURIComponent(id)}?identifierType=id`,
      { schema: escalationAnswer, subject: `the escalation '${id}'`, signal },
    );
    return data;
  }

  /** Who is on call now, by Opsgenie's own clock. */
  async getOnCalls(scheduleId: string, signal: AbortSignal): Promise<OnCalls> {
    const { data } = await this.#get(
      `schedules/${encodeURIComponent(
        scheduleId,
      )}/on-calls?scheduleIdentifierType=id&flat=true`,
      {
        schema: onCallsAnswer,
        subject: `who is on call in the schedule '${scheduleId}'`,
        signal,
      },
    );
    return data;
  }

  /** The shifts of a schedule, overrides included, from now on. */
  async getTimeline(
    scheduleId: string,
    options: { weeks: number; signal: AbortSignal },
  ): Promise<Timeline> {
    const { data } = await this.#get(
      `schedules/${encodeURIComponent(
        scheduleId,
      )}/timeline?identifierType=id&interval=${
        options.weeks
      }&intervalUnit=weeks`,
      {
        schema: timelineAnswer,
        subject: `the timeline of the schedule '${scheduleId}'`,
        signal: options.signal,
      },
    );
    return toTimeline(data);
  }

  async #get<T>(
    path: string,
    options: { schema: z.ZodType<T>; subject: string; signal: AbortSignal },
  ): Promise<T> {
    const { apiBaseUrl, apiKey } = this.#config;
    const response = await this.#fetch(`${apiBaseUrl}/v2/${path}`, {
      signal: options.signal,
      headers: {
        accept: 'application/json',
        authorization: `GenieKey ${apiKey}`,
      },
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
      headers: withRetryAfter(Object.fromEntries(response.headers)),
      subject: options.subject,
    });
  }
}
