import {
  type CalendarInput,
  compileCalendar,
  parseCalendar,
} from '@backstage-handover/plugin-handover-common/calendars';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { DefinitionKind } from '../definitions';

/** How definitions of company calendars are checked. */
export function calendarKind(
  environments: Environments,
): DefinitionKind<CalendarInput> {
  return {
    noun: 'calendar',
    key: 'handover.calendars',
    check: value => {
      const { calendar, findings } = compileCalendar(value, { environments });
      return {
        findings,
        // Its schema has accepted it.
        ...(calendar && { definition: value as CalendarInput }),
      };
    },
    parse: text => parseCalendar(text, { environments }),
  };
}
