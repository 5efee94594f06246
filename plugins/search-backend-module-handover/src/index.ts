/**
 * Finds the sections of handovers in the search of a Backstage backend.
 *
 * @packageDocumentation
 */

export { searchModuleHandover as default } from './module';
