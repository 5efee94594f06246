/**
 * Adds the status of handovers, and their levels on scorecards, to the entities of a
 * Backstage catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleHandover as default } from './module';
