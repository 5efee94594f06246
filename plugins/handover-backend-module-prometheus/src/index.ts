/**
 * Runs the queries of rollback triggers in Prometheus for Handover.
 *
 * @packageDocumentation
 */

export { handoverModulePrometheus as default } from './module';
