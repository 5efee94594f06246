import { parseDefinition } from '../definitions/parseDefinition';
import type { Problem } from '../documents/types';
import { type CalendarOptions, compileCalendar } from './compileCalendar';
import type { CalendarDefinition, CalendarInput } from './schema';

/**
 * A company calendar and its problems. There is no calendar if any problem is an
 * error.
 *
 * @alpha
 */
export type ParsedCalendar = {
  calendar?: CalendarDefinition;
  /** The same as it is written. */
  definition?: CalendarInput;
  /** In the order of their lines. */
  problems: Problem[];
};

/**
 * Parses a company calendar written in YAML. Reports all problems at once, each
 * with its path, line and column. Never throws for bad input.
 *
 * @alpha
 */
export function parseCalendar(
  text: string,
  options: CalendarOptions = {},
): ParsedCalendar {
  const { compiled, value, problems } = parseDefinition(text, {
    compile: each => {
      const { calendar, findings } = compileCalendar(each, options);
      return { compiled: calendar, findings };
    },
  });
  return {
    ...(compiled && {
      calendar: compiled,
      // The schema has accepted it.
      definition: value as CalendarInput,
    }),
    problems,
  };
}
