/**
 * Runs and deployments of GitHub Actions for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleGithubActions as default } from './module';
