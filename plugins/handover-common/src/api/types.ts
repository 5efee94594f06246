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
