import type { AlertAcknowledgement } from '@backstage-handover/plugin-handover-common';
import {
  type ProvidedAlert,
  webUrl,
} from '@backstage-handover/plugin-handover-node';
import type { Incident, IncidentAlert } from './schemas';

/** Those of PagerDuty's alerts, most severe first. */
const SEVERITIES = ['critical', 'error', 'warning', 'info'];

/** The name of the priority that people or rules gave to an incident. */
export function priorityOf({ priority }: Incident): string | undefined {
  return priority?.name || priority?.summary || undefined;
}

/** An open incident as Handover shows it. */
export function toAlert(
  incident: Incident,
  /** Those that fire. Undefined if some are not known. */
  alerts: readonly IncidentAlert[] | undefined,
): ProvidedAlert {
  const { id, title, summary, status, created_at, urgency } = incident;
  const severity = severityOf(incident, alerts);
  return {
    id,
    name: title || summary || id,
    ...(severity && { severity }),
    since: created_at,
    ...(status === 'acknowledged' && {
      acknowledged: toAcknowledgement(incident),
    }),
    labels: urgency ? { urgency } : {},
    url: webUrl(incident.html_url),
  };
}

/**
 * The priority, or else the severity of the worst alert. The urgency says how
 * PagerDuty notifies people, not how bad it is, so a high one is none of the
 * severities that are known.
 */
function severityOf(
  incident: Incident,
  alerts: readonly IncidentAlert[] | undefined,
): string | undefined {
  const priority = priorityOf(incident);
  if (priority !== undefined) {
    return priority;
  }
  const { urgency } = incident;
  const ofUrgency = urgency ? `${urgency} urgency` : undefined;
  if (!alerts) {
    return ofUrgency;
  }
  const severities = alerts.map(({ severity }) => severity ?? '');
  const worst = SEVERITIES.find(each => severities.includes(each));
  const areAllKnown = severities.every(each => SEVERITIES.includes(each));
  if (worst && (areAllKnown || worst === 'critical')) {
    return worst;
  }
  return urgency === 'low' && areAllKnown ? urgency : ofUrgency;
}

/** The latest one: PagerDuty lists everybody who acknowledged the incident. */
function toAcknowledgement({
  acknowledgements,
}: Incident): AlertAcknowledgement {
  const [latest] = [...(acknowledgements ?? [])].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
  return latest
    ? {
        at: latest.at,
        by:
          latest.acknowledger.name ||
          latest.acknowledger.summary ||
          latest.acknowledger.id,
      }
    : {};
}
