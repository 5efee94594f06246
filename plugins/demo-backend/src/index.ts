/**
 * Demonstration data for the example portal.
 *
 * @packageDocumentation
 */

export { handoverModuleDemoAlertmanager } from './alertmanagerModule';
export { handoverModuleDemoPagerDuty } from './pagerDutyModule';
export { handoverModuleDemoPrometheus } from './prometheusModule';
export { demoPlugin as default } from './plugin';
export { handoverModuleDemoJenkins } from './jenkinsModule';
export { kubernetesModuleDemo } from './kubernetesModule';
