/**
 * Reads who is on call from PagerDuty for Handover.
 *
 * @packageDocumentation
 */

export { handoverModulePagerDuty as default } from './module';
