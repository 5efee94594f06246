/**
 * Handover documents and the gate for a Backstage backend.
 *
 * @packageDocumentation
 */

export { handoverPlugin as default } from './plugin';
export {
  createHandoverConditionalDecision,
  handoverConditions,
} from './permissions/conditions';
export type {
  EntityFilterKey,
  EntityResource,
} from './entities/EntitiesService';
export { handoverDocumentResourceRef } from './permissions/rules';
