/**
 * Which entities something applies to.
 *
 * @packageDocumentation
 */

export { entityScopeSchema } from './scope';
export type { EntityScope, EntityScopeFields, EntityScopeInput } from './scope';
export { matchesScope } from './matchesScope';
export { ScopeIndex } from './ScopeIndex';
export type { ScopedEntity } from './types';
