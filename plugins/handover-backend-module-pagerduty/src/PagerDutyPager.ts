import {
  type OnCallPageOptions,
  type OnCallPageReceipt,
  pageDetails,
  pageTitle,
  parseAnswer,
  parseJson,
  postPage,
  webUrl,
} from '@backstage-handover/plugin-handover-node';
import type { PagingConfig } from './config';
import { incidentAnswer } from './schemas';

const TITLE = 'PagerDuty';

/** PagerDuty documents no limit. The whole message is in the details. */
const MAX_TITLE = 250;

/** Creates incidents with PagerDuty's REST API, version 2. */
export class PagerDutyPager {
  readonly #config: PagingConfig & { apiBaseUrl: string };

  static create(config: PagingConfig & { apiBaseUrl: string }): PagerDutyPager {
    return new PagerDutyPager(config);
  }

  private constructor(config: PagingConfig & { apiBaseUrl: string }) {
    this.#config = config;
  }

  /** Creates an incident of a service that notifies the target of the page. */
  async page(
    serviceId: string,
    page: OnCallPageOptions,
  ): Promise<OnCallPageReceipt> {
    const { apiBaseUrl, apiToken, from } = this.#config;
    const answer = await postPage(`${apiBaseUrl}/incidents`, {
      title: TITLE,
      signal: page.signal,
      headers: {
        accept: 'application/vnd.pagerduty+json;version=2',
        authorization: `Token token=${apiToken}`,
        from,
      },
      body: {
        incident: {
          type: 'incident',
          title: pageTitle(page, { maxLength: MAX_TITLE }),
          service: { id: serviceId, type: 'service_reference' },
          urgency: page.urgency,
          incident_key: page.idempotencyKey,
          body: { type: 'incident_body', details: pageDetails(page) },
          // Those whom the tab names, even if the service changes meanwhile.
          escalation_policy: {
            id: page.target.id,
            type: 'escalation_policy_reference',
          },
        },
      },
    });
    const { incident } = parseAnswer(
      TITLE,
      incidentAnswer,
      parseJson(TITLE, answer),
    );
    return { id: incident.id, url: webUrl(incident.html_url) };
  }
}
