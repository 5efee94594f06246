/**
 * Runs the queries of rollback triggers in Prometheus for Handover.
 *
 * @packageDocumentation
 */

export { PrometheusSource } from './PrometheusSource';
export { handoverModulePrometheus as default } from './module';
