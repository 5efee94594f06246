import type { AlertSilence } from '@backstage-handover/plugin-handover-common';
import type { ProvidedAlert } from '@backstage-handover/plugin-handover-node';
import type { AlertmanagerInstance } from './config';
import { equals } from './matchers';
import type { AlertmanagerAlert, AlertmanagerSilence } from './schemas';

/** An alert of Alertmanager as Handover shows it. */
export function toAlert(
  alert: AlertmanagerAlert,
  options: {
    instance: AlertmanagerInstance;
    /** The matchers by which it was found. */
    target: readonly string[];
    silences: ReadonlyMap<string, AlertmanagerSilence>;
  },
): ProvidedAlert {
  const { labels, annotations, fingerprint, startsAt, status } = alert;
  const { instance, target, silences } = options;
  const { alertname, severity, ...others } = labels;
  // Alertmanager accepts alerts without a name.
  const name = alertname || fingerprint;
  const summary =
    annotations.summary || annotations.description || annotations.message;
  const environment =
    (instance.environmentLabel && labels[instance.environmentLabel]) ||
    instance.environment;
  return {
    id: fingerprint,
    name,
    ...(severity && { severity }),
    ...(summary && { summary }),
    since: startsAt,
    ...(status.silencedBy.length > 0 && {
      silenced: toSilence(status.silencedBy, silences),
    }),
    ...(status.inhibitedBy.length > 0 && { inhibited: true }),
    labels: others,
    url: toUrl(instance, alertname, target),
    ...(annotations.runbook_url && { runbookUrl: annotations.runbook_url }),
    ...(environment && { environment }),
  };
}

/** The silence that ends last: until then, the alert notifies nobody. */
function toSilence(
  ids: readonly string[],
  silences: ReadonlyMap<string, AlertmanagerSilence>,
): AlertSilence {
  const [last] = ids
    .flatMap(id => silences.get(id) ?? [])
    .sort((a, b) => Date.parse(b.endsAt) - Date.parse(a.endsAt));
  return last
    ? {
        until: last.endsAt,
        ...(last.createdBy && { by: last.createdBy }),
        ...(last.comment && { comment: last.comment }),
      }
    : {};
}

/** The alerts of this name, as Alertmanager's own page shows them. */
function toUrl(
  { externalUrl }: AlertmanagerInstance,
  alertname: string | undefined,
  target: readonly string[],
): string {
  const matchers = [
    ...(alertname ? [equals('alertname', alertname)] : []),
    ...target.filter(matcher => !/^alertname\b/.test(matcher)),
  ];
  const query = new URLSearchParams({
    silenced: 'true',
    inhibited: 'true',
    active: 'true',
    filter: `{${matchers.join(', ')}}`,
  });
  // It reads a plus as a plus.
  return `${externalUrl}/#/alerts?${String(query).replaceAll('+', '%20')}`;
}
