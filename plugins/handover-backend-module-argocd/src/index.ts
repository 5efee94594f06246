/**
 * Reads runs and deployments from Argo CD for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleArgoCd as default } from './module';
