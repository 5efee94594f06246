/**
 * Rollback triggers that are evaluated from metrics.
 *
 * @packageDocumentation
 */

export { decidingReading } from './decidingReading';
export { evaluateTrigger } from './evaluateTrigger';
export type { TriggerSample } from './evaluateTrigger';
export { measuredTriggers } from './measuredTriggers';
export { triggerRange } from './triggerRange';
export type { TriggerRange } from './triggerRange';
export { DEFAULT_WATCH_FOR, triggerWatch } from './triggerWatch';
export type {
  EvaluatedTrigger,
  MeasuredTrigger,
  MetricsSourceState,
  TriggerHistory,
  TriggerReading,
  TriggerUnknownReason,
  TriggerWatch,
} from './types';
export type { RollbackTriggers } from './responses';
export type { HandoverDocument } from '../documents/schema';
