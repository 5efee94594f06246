/**
 * Runs and deployments of Jenkins for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleJenkins as default } from './module';
