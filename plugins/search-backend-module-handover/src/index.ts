/**
 * Adds the sections of handovers to the search of a Backstage backend.
 *
 * @packageDocumentation
 */

export { searchModuleHandover as default } from './module';
