/**
 * What the names of environments mean.
 *
 * @packageDocumentation
 */

export { didYouMean } from '../text/nearest';
export { environmentKey } from './key';
export { Environments } from './Environments';
export type { Environment, EnvironmentSettings } from './Environments';
export type { EnvironmentDefinition } from './definitions';
