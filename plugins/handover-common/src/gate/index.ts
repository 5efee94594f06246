/**
 * When an entity may be changed: windows, decisions and occurrences.
 *
 * @packageDocumentation
 */

export { unknownKind } from './reasons';
export type {
  WindowReason,
  CalendarReason,
  ConditionReason,
  DefaultReason,
  OverrideReason,
  EnvironmentReason,
  NoticeReason,
  GateReason,
} from './reasons';
export type { ChangeKind, HandoverWindow, Schedule } from './schema';
export { decide, DECISION_HORIZON_DAYS } from './decide';
export { expandOccurrences, MAX_RANGE_DAYS } from './expand';
export type { ExpandOptions, ExpandedOccurrences } from './expand';
export { validateSchedule, validateWindow } from './validate';
export type { ScheduleProblem } from './validate';
export type {
  CalendarLevel,
  Calendar,
  Verdict,
  GateDecision,
  DecideInput,
  WindowOccurrence,
} from './types';
