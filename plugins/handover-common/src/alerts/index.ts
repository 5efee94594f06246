/**
 * Firing alerts, and how they are matched with documented failures.
 *
 * @packageDocumentation
 */

export {
  compareAlerts,
  hasKnownSeverity,
  isCritical,
  isMuted,
} from './compareAlerts';
export { matchAlert } from './matchAlert';
export type { AlertMatch } from './matchAlert';
export type { DocumentedFailure } from '../documents/failures';
export type {
  Alert,
  AlertAcknowledgement,
  AlertProviderState,
  AlertSilence,
} from './types';
export type { Alerts } from './responses';
