/**
 * Reads firing alerts from Prometheus Alertmanager for Handover.
 *
 * @packageDocumentation
 */

export { AlertmanagerProvider } from './AlertmanagerProvider';
export { handoverModuleAlertmanager as default } from './module';
