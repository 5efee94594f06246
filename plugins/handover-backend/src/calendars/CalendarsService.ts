import type {
  CompanyCalendarDetails,
  CompanyCalendarList,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFilter } from '../entities/EntitiesService';

export type ServiceOptions = { credentials: BackstageCredentials };

/** Entities that the caller may see; all if it is absent. */
export type Counted = { filter?: EntityFilter };

/** Company calendars, and what state they are in. */
export interface CalendarsService {
  /** In the order of screens, with the locations that they are read from. */
  listCalendars(options: ServiceOptions): Promise<CompanyCalendarList>;

  /** @throws NotFoundError if there is no such calendar. */
  getCalendar(
    request: Counted & { name: string },
    options: ServiceOptions,
  ): Promise<CompanyCalendarDetails>;
}
