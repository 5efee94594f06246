/**
 * Reads who is on call from Opsgenie for Handover.
 *
 * @packageDocumentation
 */

export { handoverModuleOpsgenie as default } from './module';
