/**
 * Runs and deployments of GitLab CI/CD for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleGitLab as default } from './module';
