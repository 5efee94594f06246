/**
 * Reads firing alerts from Prometheus Alertmanager for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleAlertmanager as default } from './module';
