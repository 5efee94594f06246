/**
 * Puts the status of handovers on the entities of a Backstage catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleHandover as default } from './module';
