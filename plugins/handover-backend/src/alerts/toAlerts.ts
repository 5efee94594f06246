import type { Alert } from '@backstage-handover/plugin-handover-common';
import { compareAlerts } from '@backstage-handover/plugin-handover-common/alerts';
import { redactSecrets } from '@backstage-handover/plugin-handover-common/secrets';
import { parseAnswer, webUrl } from '@backstage-handover/plugin-handover-node';
import { z } from 'zod/v4';

/** Alerts of one provider that are shown. */
export const MAX_ALERTS = 200;

/** In characters. */
const MAX_NAME = 200;
const MAX_TEXT = 1_000;
const MAX_URL = 4_000;

const MAX_LABELS = 30;

const name = z
  .string()
  .min(1)
  .transform(value => value.slice(0, MAX_NAME));

const text = z
  .string()
  .optional()
  .transform(value => value?.slice(0, MAX_TEXT) || undefined);

const time = z.string().transform((value, context) => {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) {
    context.addIssue({ code: 'custom', message: 'must be a time' });
    return z.NEVER;
  }
  return date.toISOString();
});

/** A link that is shortened leads elsewhere. */
const link = z
  .string()
  .optional()
  .transform(value =>
    value !== undefined && value.length <= MAX_URL ? webUrl(value) : undefined,
  );

const providedAlerts = z.array(
  z.object({
    id: name,
    name,
    severity: name.optional().catch(undefined),
    summary: text,
    since: time,
    acknowledged: z.object({ at: time.optional(), by: text }).optional(),
    silenced: z
      .object({ until: time.optional(), by: text, comment: text })
      .optional(),
    inhibited: z.boolean().optional(),
    labels: z.record(z.string(), z.string()).transform(toBoundedLabels),
    url: link,
    runbookUrl: link,
    environment: name.optional(),
  }),
);

function toBoundedLabels(labels: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(labels)
      .slice(0, MAX_LABELS)
      .map(([key, value]) => [
        key.slice(0, MAX_NAME),
        value.slice(0, MAX_TEXT),
      ]),
  );
}

/**
 * Checks the alerts of a provider and cleans them before they are shown: texts
 * are shortened, links are web links, and secrets are redacted.
 *
 * @throws Error if an alert has no name or no valid time: leaving it out would
 *   hide it
 */
export async function toAlerts(
  provided: unknown,
  provider: { id: string; title: string },
): Promise<{ alerts: Alert[]; omitted: number }> {
  const alerts = parseAnswer(provider.title, providedAlerts, provided)
    .map((alert): Alert => ({ ...alert, provider: provider.id }))
    .sort(compareAlerts);
  return {
    // A label or a link may hold a password, and everybody may see it.
    alerts: await redactSecrets(alerts.slice(0, MAX_ALERTS)),
    omitted: Math.max(0, alerts.length - MAX_ALERTS),
  };
}
