/**
 * When an entity can be changed: windows, decisions and occurrences.
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
export { assertCalendarLimits, parseCalendars } from './calendars';
export { parseConditionResult } from './conditions';
export type {
  ConditionOutcome,
  ConditionResult,
  EvaluatedCondition,
} from './conditions';
export { parseDecision } from './parseDecision';
export { NonsenseError } from './nonsense';
export { parseOverrides } from './overrides';
export type { GateOverride } from './overrides';
export { parseInstant } from './instant';
export { readCronFields } from './cron';
export type { CronFields } from './cron';
export { readRule } from './readRule';
export type { RuleFields } from './readRule';
export { appliesToChange, sortedCalendars } from './relevance';
export { entityEnvironments, namesUsed } from './environments';
export { assertRange, expandOccurrences, MAX_RANGE_DAYS } from './expand';
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
