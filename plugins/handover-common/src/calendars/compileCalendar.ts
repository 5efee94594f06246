import { isError, repeatedIds } from '../definitions/findings';
import type { Finding } from '../documents/issues';
import { validate } from '../documents/issues';
import { outlineWindows } from '../documents/outline';
import type { SemanticFinding } from '../documents/semantics';
import {
  checkCounts,
  checkSchedules,
  checkSense,
  checkWindowEnvironments,
} from '../documents/windows';
import type { EntityScope } from '../entities/scope';
import { Environments } from '../environments/Environments';
import { type CalendarDefinition, calendarSchema } from './schema';

const LIST = ['windows'];

/**
 * What a calendar is checked against.
 *
 * @alpha
 */
export type CalendarOptions = {
  /** The environments of the portal. The default is the built-in ones. */
  environments?: Environments;
  /**
   * If given, valid windows are also checked for what is probably not meant from
   * this time on, in milliseconds.
   */
  asOf?: number;
};

/**
 * Validates a company calendar given as plain values. There is none if any
 * finding is an error.
 *
 * If the portal has configured its environments, it is an error if a window names
 * another one, or has a pattern that matches none: a misspelled name would leave
 * the right environment open.
 *
 * @alpha
 */
export function compileCalendar(
  value: unknown,
  options: CalendarOptions = {},
): {
  calendar?: CalendarDefinition;
  findings: (Finding | SemanticFinding)[];
} {
  const { data, findings } = validate(calendarSchema, value);
  if (!data) {
    return { findings };
  }
  const known = options.environments ?? Environments.builtIn();
  const windows = outlineWindows(data.windows);
  const all = [
    ...repeatedIds(data.windows, LIST),
    ...checkCounts(windows, { list: LIST, names: [] }),
    ...checkWindowEnvironments(windows, {
      list: LIST,
      known,
      isComplete: known.isConfigured,
      unknown: 'error',
    }),
    ...checkSchedules(windows, { list: LIST }),
  ];
  if (all.some(isError)) {
    return { findings: all };
  }
  return {
    calendar: { ...data, level: data.level ?? levelOf(data.scope) },
    findings: [
      ...all,
      ...checkSense(data.windows, { list: LIST, asOf: options.asOf }),
    ],
  };
}

function levelOf({ system, domain }: EntityScope): CalendarDefinition['level'] {
  if (system) {
    return 'system';
  }
  return domain ? 'domain' : 'organization';
}
