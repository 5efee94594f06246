import type { Artifact } from '../artifacts/Artifact';
import type { Environments } from '../environments/Environments';
import type { EvaluatedCondition } from './conditions';
import type { GateOverride } from './overrides';
import type { GateReason, NoticeReason } from './reasons';
import type { ChangeKind, HandoverWindow } from './schema';

/**
 * Where in the organization a calendar applies.
 *
 * @public
 */
export type CalendarLevel = 'organization' | 'domain' | 'system' | 'entity';

/**
 * A named set of windows, or the reason why it could not be read.
 *
 * @public
 */
export type Calendar = {
  /** Stable id. For an entity's own calendar, its entity reference. */
  id: string;
  title: string;
  level: CalendarLevel;
  /** Changes with the content: a revision number or content hash. */
  version: string;
  /** A link to more information. */
  link?: string;
} & ({ windows: HandoverWindow[] } | { error: string });

/**
 * The result of a decision. `unknown` is never a permission.
 *
 * @public
 */
export type Verdict = 'open' | 'closed' | 'unknown';

/**
 * A decision of the gate. Times are RFC 3339 with an offset.
 *
 * @public
 */
export type GateDecision = {
  verdict: Verdict;
  /** The primary name of the environment, whichever name was requested. */
  environment: string;
  /**
   * What to do if the verdict is `unknown`, as configured for this environment.
   * Absent for other verdicts.
   */
  onUnknown?: 'pass' | 'block';
  change: ChangeKind;
  at: string;
  /** When the verdict next changes, if found. */
  until?: string;
  /** When the gate is next open, if found. Equal to `at` while it is open. */
  nextOpen?: string;
  /**
   * Present if `until` or `nextOpen` is missing because the windows have too
   * many occurrences to search two years. What happens after this time is not
   * known.
   */
  searchedUntil?: string;
  reasons: GateReason[];
  /** The revision of the handover that the entity's own windows come from. */
  revision?: number;
  /** The calendars that it is based on. */
  calendars: { id: string; version: string }[];
};

/**
 * The input of a decision.
 *
 * @alpha
 */
export type DecideInput = {
  calendars: Calendar[];
  environment: string;
  change?: ChangeKind;
  /** The time, RFC 3339. */
  at: string;
  /** The known environments. The default is the built-in ones. */
  environments?: Environments;
  /** The conditions of the environment. Those for other changes are ignored. */
  conditions?: EvaluatedCondition[];
  /** The artifact to deploy, if the caller named it. */
  artifact?: Artifact;
  /** The overrides of the entity. Those for other environments are ignored. */
  overrides?: GateOverride[];
  /** Notices to add to the reasons. */
  notices?: NoticeReason[];
  revision?: number;
};

/**
 * One occurrence of a window, for a calendar view.
 *
 * @public
 */
export type WindowOccurrence = {
  window: string;
  title: string;
  effect: 'allow' | 'deny';
  reason?: string;
  calendar: string;
  calendarTitle: string;
  environments?: string[];
  changes?: ChangeKind[];
  /** RFC 3339 with the offset of the window's zone. */
  start: string;
  /** Exclusive. */
  end: string;
  timeZone: string;
};
