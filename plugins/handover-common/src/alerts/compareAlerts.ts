import type { Alert } from './types';

/** What systems call their severities, most urgent first. */
const SEVERITIES = [
  [
    ...['critical', 'crit', 'page', 'pager', 'emergency', 'emerg', 'disaster'],
    ...['fatal', 'blocker', 'urgent', 'highest', 'alert', 'severe', 'panic'],
    ...['p0', 'p1', 'sev0', 'sev1', 's0', 's1', 'severity0', 'severity1'],
    ...['priority0', 'priority1'],
  ],
  ['error', 'high', 'major', 'p2', 'sev2', 's2', 'severity2', 'priority2'],
  [
    ...['warning', 'warn', 'average', 'medium', 'minor', 'p3', 'sev3', 's3'],
    ...['severity3', 'priority3'],
  ],
  [
    ...['info', 'information', 'informational', 'notice', 'debug', 'low'],
    ...['lowest', 'none', 'p4', 'p5', 'sev4', 'sev5', 's4', 's5'],
    ...['severity4', 'severity5', 'priority4', 'priority5'],
  ],
];

/**
 * Whether an alert notifies nobody, because it is silenced or inhibited.
 *
 * @alpha
 */
export function isMuted(alert: Alert): boolean {
  return alert.silenced !== undefined || alert.inhibited === true;
}

/**
 * Whether an alert has a severity of the highest rank, such as `critical` or
 * `page`.
 *
 * @alpha
 */
export function isCritical(alert: Alert): boolean {
  return rankOf(alert) === 0;
}

/**
 * Whether an alert has a severity that is known, so that it is certain whether it
 * is critical.
 *
 * @alpha
 */
export function hasKnownSeverity(alert: Alert): boolean {
  return knownRankOf(alert) !== -1;
}

/**
 * Sorts alerts by urgency: muted ones last, then by severity, then by when they
 * started, latest first. An unknown severity ranks like a warning.
 *
 * @alpha
 */
export function compareAlerts(a: Alert, b: Alert): number {
  return (
    Number(isMuted(a)) - Number(isMuted(b)) ||
    rankOf(a) - rankOf(b) ||
    Date.parse(b.since) - Date.parse(a.since) ||
    compareTexts(a.name, b.name) ||
    compareTexts(a.id, b.id)
  );
}

function rankOf(alert: Alert): number {
  const rank = knownRankOf(alert);
  return rank === -1 ? 2 : rank;
}

/** -1 for an unknown severity. Some write `SEV-1`. */
function knownRankOf({ severity = '' }: Alert): number {
  const name = severity.toLowerCase().replace(/[\s_-]/g, '');
  return SEVERITIES.findIndex(names => names.includes(name));
}

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
