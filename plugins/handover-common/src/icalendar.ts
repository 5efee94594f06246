/**
 * Windows as an iCalendar feed. Apart from the package's root because of the
 * size of the time zone tables, which no browser needs.
 *
 * @packageDocumentation
 */
export { toICalendar } from './gate/icalendar';
export type { ICalendarOptions } from './gate/icalendar';
// What the functions above are described with.
export type { ChangeKind, HandoverWindow, Schedule } from './gate/schema';
export type { Calendar, CalendarLevel } from './gate/types';
