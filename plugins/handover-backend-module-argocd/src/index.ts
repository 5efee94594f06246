/**
 * Runs and deployments of Argo CD for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleArgoCd as default } from './module';
