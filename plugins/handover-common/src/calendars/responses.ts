import type { Problem } from '../documents/types';
import type { CalendarLevel } from '../gate/types';
import type { HandoverWindow } from '../gate/schema';
import type { EntityScope } from '../entities/scope';

/**
 * Whether decisions can use a company calendar. `current`: as it was last read.
 * `outdated`: it could not be read again, and its last good content decides.
 * `expired`: that content is too old, so that verdicts are unknown.
 *
 * @public
 */
export type CompanyCalendarStatus =
  | 'current'
  | 'outdated'
  | 'expired'
  | 'invalid';

/**
 * A company calendar without its windows.
 *
 * @public
 */
export type CompanyCalendar = {
  /** Unique name. */
  name: string;
  /** Digest of the definition. */
  version: string;
  title: string;
  description?: string;
  /** Full entity reference. */
  owner: string;
  link?: string;
  level: Exclude<CalendarLevel, 'entity'>;
  /** The entities that it applies to. */
  scope: EntityScope;
  /** Number of windows. */
  windowCount: number;
  /** Where it is read from. Absent if it is in the configuration. */
  location?: string;
  status: CompanyCalendarStatus;
};

/**
 * A place that a company calendar is read from. Unless one of its calendars is in
 * force, Handover can't know which entities it applies to, and all verdicts are
 * unknown.
 *
 * @public
 */
export type CalendarLocation = {
  location: string;
  /** What is wrong with it. */
  problems: Problem[];
  /** When it could last be read, RFC 3339. Absent if never. */
  readAt?: string;
  /** RFC 3339. */
  failingSince?: string;
  /** When reading it was last tried, RFC 3339. Absent if never. */
  checkedAt?: string;
};

/**
 * The company calendars, in the order of screens.
 *
 * @public
 */
export type CompanyCalendarList = {
  items: CompanyCalendar[];
  locations: CalendarLocation[];
};

/**
 * A company calendar with its windows.
 *
 * @public
 */
export type CompanyCalendarDetails = CompanyCalendar & {
  windows: HandoverWindow[];
  /** Number of entities that it applies to and that the caller can read. */
  entityCount: number;
  /** The state of its location. Absent if it is in the configuration. */
  source?: CalendarLocation;
};
