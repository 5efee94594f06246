import { definitionJsonSchema } from '../definitions/jsonSchema';
import { calendarSchema } from './schema';

/**
 * The JSON Schema (draft 2020-12) of a company calendar, for editors. Only
 * `parseCalendar` checks schedules.
 *
 * @alpha
 */
export function calendarJsonSchema(): Record<string, unknown> {
  return definitionJsonSchema(calendarSchema, {
    name: 'calendar',
    title: 'Calendar',
    description:
      'Windows for the changes of many services, such as a freeze of the whole company.',
  });
}
