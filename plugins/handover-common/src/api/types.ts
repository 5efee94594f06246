import type { Artifact } from '../artifacts/Artifact';
import type { ExpandedOccurrences } from '../gate/expand';
import type { Calendar, GateDecision } from '../gate/types';

// The bodies of the HTTP API that no room has a type for. The others are the
// types of the rooms.
export type * from '../documents/types';
export type { Page } from '../page';

/**
 * One decision for each of an entity's environments, all for the same time.
 *
 * @public
 */
export type GateDecisions = { items: GateDecision[] };

/**
 * A recorded decision, with who requested it and for which change.
 *
 * @public
 */
export type RecordedDecision = {
  id: string;
  /** RFC 3339. */
  recordedAt: string;
  /** The user, or the subject of the service, that requested it. */
  by?: string;
  /** The caller's name for the change, such as a pipeline run or a ticket. */
  changeId?: string;
  artifact?: Artifact;
  decision: GateDecision;
};

/**
 * The occurrences of an entity's windows in a range, sorted by start.
 *
 * @public
 */
export type Occurrences = ExpandedOccurrences;

/**
 * The calendars that apply to an entity, from the organization down.
 *
 * @public
 */
export type GateCalendars = { items: Calendar[] };
