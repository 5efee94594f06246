/**
 * Environments and their names.
 *
 * @packageDocumentation
 */

export { didYouMean } from '../text/nearest';
export { environmentKey } from './key';
export { Environments } from './Environments';
export type { Environment, EnvironmentSettings } from './Environments';
export type {
  EnvironmentDefinition,
  EnvironmentRequirements,
  RequiredLevel,
} from './definitions';
