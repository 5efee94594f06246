import {
  type OnCallPageOptions,
  type OnCallPageReceipt,
  pageDetails,
  pageTitle,
  postPage,
} from '@backstage-handover/plugin-handover-node';

const TITLE = 'Grafana OnCall';

/** Titles are read out and sent as text messages. */
const MAX_TITLE = 250;

/** Grafana OnCall says this, as JSON or text, and nothing else. */
const ACCEPTED = /^"?Ok\.?"?$/;

/**
 * Sends an alert to an integration of the type Formatted Webhook, whose URL is a
 * secret. The response has no id and no link.
 */
export async function sendAlert(
  url: string,
  page: OnCallPageOptions,
): Promise<OnCallPageReceipt> {
  const answer = await postPage(url, {
    title: TITLE,
    signal: page.signal,
    headers: { accept: 'application/json' },
    body: {
      alert_uid: page.idempotencyKey,
      title: pageTitle(page, { maxLength: MAX_TITLE }),
      state: 'alerting',
      link_to_upstream_details: page.link,
      message: pageDetails(page),
    },
  });
  if (!ACCEPTED.test(answer.trim())) {
    throw new Error(`${TITLE} returned an unexpected response`);
  }
  return {};
}
