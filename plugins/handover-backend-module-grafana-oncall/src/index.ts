/**
 * Reads who is on call from Grafana OnCall for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleGrafanaOnCall as default } from './module';
