/**
 * Reads runs and deployments from GitHub Actions for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleGithubActions as default } from './module';
