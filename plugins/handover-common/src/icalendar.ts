/**
 * Windows as an iCalendar feed, for servers.
 *
 * @packageDocumentation
 */
export { toICalendar } from './gate/icalendar';
export type { ICalendarOptions } from './gate/icalendar';
// What the functions above are described with.
export type { ChangeKind, HandoverWindow, Schedule } from './gate/schema';
export type { Calendar, CalendarLevel } from './gate/types';
