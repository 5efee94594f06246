/**
 * Reads runs and deployments from GitLab CI/CD for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleGitLab as default } from './module';
