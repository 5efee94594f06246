import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { PagerDutyConfig } from './config';
import { withRetryAfter } from './rateLimit';
import {
  type EscalationPolicy,
  escalationPolicyAnswer,
  type Incident,
  type IncidentAlert,
  incidentAlertsPage,
  incidentsPage,
  onCallsPage,
  type PagerDutyService,
  serviceAnswer,
  servicesPage,
  type Shift,
} from './schemas';
import type { Target } from './target';

const TITLE = 'PagerDuty';

/** The most that PagerDuty allows. */
const PAGE_SIZE = 100;

/** So many are read of a list. */
const MAX_PAGES = 5;

/** A list, and whether nothing of it is missing. */
type Listed<T> = { items: T[]; isComplete: boolean };

/** Asks PagerDuty's REST API, version 2. */
export class PagerDutyClient {
  readonly #config: PagerDutyConfig;
  readonly #fetch: typeof fetch;

  static create(config: PagerDutyConfig): PagerDutyClient {
    return new PagerDutyClient(config);
  }

  private constructor(config: PagerDutyConfig) {
    this.#config = config;
    this.#fetch = createBoundedFetch({ title: TITLE });
  }

  async getService(
    target: Target,
    signal: AbortSignal,
  ): Promise<PagerDutyService> {
    if ('integrationKey' in target) {
      return this.#findService(target.integrationKey, signal);
    }
    const { serviceId } = target;
    const answer = await this.#get(`services/${serviceId}`, {
      signal,
      subject: `the service '${serviceId}'`,
    });
    return parseAnswer(TITLE, serviceAnswer, answer).service;
  }

  async getEscalationPolicy(
    id: string,
    signal: AbortSignal,
  ): Promise<EscalationPolicy> {
    const answer = await this.#get(
      `escalation_policies/${encodeURIComponent(id)}`,
      { signal, subject: `the escalation policy '${id}'` },
    );
    return parseAnswer(TITLE, escalationPolicyAnswer, answer).escalation_policy;
  }

  /** The shifts of a policy that overlap a time; those of now, unless given. */
  async listShifts(
    policyId: string,
    options: { since?: Date; until?: Date; signal: AbortSignal },
  ): Promise<Listed<Shift>> {
    const { since, until, signal } = options;
    const { items, isComplete } = await this.#list(
      'oncalls',
      {
        'escalation_policy_ids[]': policyId,
        'include[]': 'users',
        time_zone: 'UTC',
        ...(since && { since: since.toISOString() }),
        ...(until && { until: until.toISOString() }),
      },
      {
        signal,
        subject: `who is on call for the escalation policy '${policyId}'`,
        read: answer => {
          const { oncalls, more } = parseAnswer(TITLE, onCallsPage, answer);
          return { items: oncalls, more };
        },
      },
    );
    return {
      // Nobody else's, even if the filter were ignored.
      items: items.filter(each => each.escalation_policy.id === policyId),
      isComplete,
    };
  }

  /** The incidents of a service that are triggered or acknowledged, newest first. */
  async listOpenIncidents(
    serviceId: string,
    signal: AbortSignal,
  ): Promise<Listed<Incident>> {
    const { items, isComplete } = await this.#list(
      'incidents',
      [
        ['service_ids[]', serviceId],
        ['statuses[]', 'triggered'],
        ['statuses[]', 'acknowledged'],
        // Without it, those of the last month.
        ['date_range', 'all'],
        ['sort_by', 'created_at:desc'],
        ['time_zone', 'UTC'],
      ],
      {
        signal,
        subject: `the open incidents of the service '${serviceId}'`,
        read: answer => {
          const { incidents, more } = parseAnswer(TITLE, incidentsPage, answer);
          return { items: incidents, more };
        },
      },
    );
    const open = items.filter(
      // Even if the filters were ignored.
      ({ service, status }) =>
        service.id === serviceId && status !== 'resolved',
    );
    return {
      // A new incident moves the others onto the next page.
      items: [...new Map(open.map(each => [each.id, each])).values()],
      isComplete,
    };
  }

  /** The alerts of an incident that are not resolved. */
  async listFiringAlerts(
    incidentId: string,
    signal: AbortSignal,
  ): Promise<Listed<IncidentAlert>> {
    const { items, isComplete } = await this.#list(
      `incidents/${encodeURIComponent(incidentId)}/alerts`,
      [['statuses[]', 'triggered']],
      {
        signal,
        subject: `the alerts of the incident '${incidentId}'`,
        read: answer => {
          const { alerts, more } = parseAnswer(
            TITLE,
            incidentAlertsPage,
            answer,
          );
          return { items: alerts, more };
        },
      },
    );
    return {
      items: items.filter(({ status }) => status !== 'resolved'),
      isComplete,
    };
  }

  /**
   * PagerDuty finds services by the keys of their integrations, too, but also by
   * words of their names.
   */
  async #findService(
    key: string,
    signal: AbortSignal,
  ): Promise<PagerDutyService> {
    const { items } = await this.#list(
      'services',
      { query: key, 'include[]': 'integrations' },
      {
        signal,
        subject: 'the service of an integration key',
        read: answer => {
          const { services, more } = parseAnswer(TITLE, servicesPage, answer);
          return { items: services, more };
        },
      },
    );
    const service = items.find(({ integrations }) =>
      integrations?.some(({ integration_key }) => integration_key === key),
    );
    if (!service) {
      throw new Error(
        `${TITLE} has no service with the integration key in 'pagerduty.com/integration-key', or the token cannot see it: use 'pagerduty.com/service-id'`,
      );
    }
    return service;
  }

  async #list<T>(
    path: string,
    query: Record<string, string> | [string, string][],
    options: {
      signal: AbortSignal;
      subject: string;
      read: (answer: unknown) => { items: T[]; more?: boolean | null };
    },
  ): Promise<Listed<T>> {
    const all: T[] = [];
    for (let page = 0; page < MAX_PAGES; page++) {
      const search = new URLSearchParams(query);
      search.set('limit', String(PAGE_SIZE));
      search.set('offset', String(all.length));
      const { items, more } = options.read(
        await this.#get(`${path}?${search}`, options),
      );
      all.push(...items);
      if (!more) {
        return { items: all, isComplete: true };
      }
      if (items.length === 0) {
        break;
      }
    }
    return { items: all, isComplete: false };
  }

  async #get(
    path: string,
    options: { signal: AbortSignal; subject: string },
  ): Promise<unknown> {
    const { apiBaseUrl, apiToken } = this.#config;
    const response = await this.#fetch(`${apiBaseUrl}/${path}`, {
      signal: options.signal,
      headers: {
        accept: 'application/vnd.pagerduty+json;version=2',
        authorization: `Token token=${apiToken}`,
      },
    });
    if (response.ok) {
      return parseJson(TITLE, await response.text());
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
