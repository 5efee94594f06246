import type { Alert } from './types';

/** What systems call their severities, most urgent first. */
const SEVERITIES = [
  ['critical', 'page', 'emergency', 'disaster', 'fatal', 'p1', 'sev1'],
  ['error', 'high', 'major', 'p2', 'sev2'],
  ['warning', 'warn', 'medium', 'minor', 'p3', 'sev3'],
  ['info', 'informational', 'low', 'none', 'p4', 'sev4'],
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

function rankOf({ severity = '' }: Alert): number {
  const rank = SEVERITIES.findIndex(names =>
    names.includes(severity.trim().toLowerCase()),
  );
  return rank === -1 ? 2 : rank;
}

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
