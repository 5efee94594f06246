/**
 * Reads runs and deployments from Jenkins for Handover.
 *
 * @packageDocumentation
 */

export { JenkinsProvider } from './JenkinsProvider';
export { handoverModuleJenkins as default } from './module';
