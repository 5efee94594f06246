/**
 * Adds the status of handovers to the entities of a Backstage catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleHandover as default } from './module';
