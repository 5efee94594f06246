/**
 * Demonstration data for the example portal.
 *
 * @packageDocumentation
 */

export { demoPlugin as default } from './plugin';
export { handoverModuleDemoJenkins } from './jenkinsModule';
export { kubernetesModuleDemo } from './kubernetesModule';
