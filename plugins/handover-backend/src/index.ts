/**
 * The backend of Handover: documents, the gate and delivery.
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
