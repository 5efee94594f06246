/**
 * Runs and deployments of Jenkins for Handover.
 *
 * @packageDocumentation
 */

export { JenkinsProvider } from './JenkinsProvider';
export { handoverModuleJenkins as default } from './module';
