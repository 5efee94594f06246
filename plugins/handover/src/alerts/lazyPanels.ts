// Everything that shows alerts, in one part that is loaded when it is needed.
export { AlertSummary } from './AlertSummary';
export { AlertsIncident } from './AlertsIncident';
