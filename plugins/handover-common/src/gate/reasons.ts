import type { Artifact } from '../artifacts/Artifact';
import type { Verdict } from './types';

/**
 * A window that applies to the environment and to the kind of change.
 *
 * @public
 */
export type WindowReason = {
  kind: 'window';
  /** The verdict that this window alone would give. */
  verdict: 'open' | 'closed';
  title: string;
  reason?: string;
  /** Id of the window in its calendar. */
  window: string;
  /** Title of the calendar that the window is in. */
  calendar: string;
  link?: string;
  /** Whether the window is active at the requested time. */
  active: boolean;
  /** The active occurrence, or the next one. RFC 3339 with an offset. */
  start?: string;
  end?: string;
  timeZone: string;
};

/**
 * A calendar, or one of its windows, that could not be read.
 *
 * @public
 */
export type CalendarReason = {
  kind: 'calendar';
  verdict: 'unknown';
  title: string;
  /** What is wrong with it. */
  reason: string;
  /** Title of the calendar. */
  calendar: string;
  /** Id of the window, if only that window could not be read. */
  window?: string;
  link?: string;
};

/**
 * A condition that must pass in this environment.
 *
 * @public
 */
export type ConditionReason = {
  kind: 'condition';
  /** `open` if the condition passes, `closed` if it fails. */
  verdict: Verdict;
  title: string;
  reason?: string;
  /** Id of the condition. */
  condition: string;
  link?: string;
  /** When this result ends, if known. RFC 3339. */
  until?: string;
};

/**
 * The environment's default, because no allow window applies.
 *
 * @public
 */
export type DefaultReason = {
  kind: 'default';
  verdict: 'open' | 'closed';
  title: string;
  reason?: string;
};

/**
 * A recorded permission to pass a closed gate.
 *
 * @public
 */
export type OverrideReason = {
  kind: 'override';
  verdict: 'open';
  title: string;
  /** Why it was granted. */
  reason: string;
  /** Id of the override. */
  override: string;
  /** Entity reference of the person who requested it. */
  by: string;
  ticket?: string;
  /** The artifact that it is bound to. */
  artifact?: Artifact;
  /** Whether the override is in force at the requested time. */
  active: boolean;
  /** RFC 3339. */
  from: string;
  until: string;
};

/**
 * The environment is not known.
 *
 * @public
 */
export type EnvironmentReason = {
  kind: 'environment';
  verdict: 'unknown';
  title: string;
  reason?: string;
  /** The known environment with the most similar name. */
  suggestion?: string;
};

/**
 * Information about the decision that does not change the verdict.
 *
 * @public
 */
export type NoticeReason = {
  kind: 'notice';
  title: string;
  reason?: string;
};

/**
 * One reason of a decision. `kind` is its type.
 *
 * @public
 */
export type GateReason =
  | WindowReason
  | CalendarReason
  | ConditionReason
  | DefaultReason
  | OverrideReason
  | EnvironmentReason
  | NoticeReason;

/**
 * For the default branch of a switch over the kinds of reasons. The switch
 * doesn't compile if a kind is missing.
 *
 * @alpha
 */
export function unknownKind(reason: never): Error {
  return new Error(
    `Unknown kind of gate reason: '${(reason as GateReason).kind}'`,
  );
}
