/**
 * Company calendars: when many services can be changed.
 *
 * @packageDocumentation
 */

export { isError } from '../definitions/findings';
export { compileCalendar } from './compileCalendar';
export type { CalendarOptions } from './compileCalendar';
export { calendarJsonSchema } from './jsonSchema';
export { MAX_COMPANY_CALENDARS } from './limits';
export { parseCalendar } from './parseCalendar';
export type { ParsedCalendar } from './parseCalendar';
export type { CalendarDefinition, CalendarInput } from './schema';
