/**
 * Windows as an iCalendar feed. Apart from the package's root because of the
 * size of the time zone tables, which no browser needs.
 *
 * @packageDocumentation
 */
export { toICalendar } from './gate/icalendar';
export type { ICalendarOptions } from './gate/icalendar';
