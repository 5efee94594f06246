/**
 * Reads who is on call and open incidents from PagerDuty for Handover.
 *
 * @packageDocumentation
 */

export { PagerDutyAlertProvider } from './PagerDutyAlertProvider';
export { PagerDutyProvider } from './PagerDutyProvider';
export { handoverModulePagerDuty as default } from './module';
