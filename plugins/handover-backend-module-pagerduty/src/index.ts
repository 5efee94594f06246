/**
 * Reads who is on call from PagerDuty for Handover.
 *
 * @packageDocumentation
 */

export { PagerDutyProvider } from './PagerDutyProvider';
export { handoverModulePagerDuty as default } from './module';
