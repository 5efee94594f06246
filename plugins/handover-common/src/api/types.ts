import type { Artifact } from '../delivery/types';
import type { ExpandedOccurrences } from '../gate/expand';
import type { Calendar, GateDecision } from '../gate/types';

// The bodies of the HTTP API that no room has a type for. The others are the
// types of the rooms.
export type * from '../documents/types';
export type { Page } from '../page';

/**
 * One decision for each of an entity's environments, all at the same instant.
 *
 * @public
 */
export type GateDecisions = { items: GateDecision[] };

/**
 * A decision with who asked for it, and for what.
 *
 * @public
 */
export type RecordedDecision = {
  id: string;
  /** RFC 3339. */
  recordedAt: string;
  /** The user, or the subject of the service, that asked. */
  by?: string;
  /** What the asker calls the change: a pipeline run, a ticket. */
  changeId?: string;
  artifact?: Artifact;
  decision: GateDecision;
};

/**
 * The windows of an entity, expanded in a range and ordered by start.
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
