/**
 * Demonstration data for the example portal.
 *
 * @packageDocumentation
 */

export { demoPlugin as default } from './plugin';
export { kubernetesModuleDemo } from './kubernetesModule';
