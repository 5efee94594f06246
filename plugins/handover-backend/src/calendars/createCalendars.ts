import type { CalendarInput } from '@backstage-handover/plugin-handover-common/calendars';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { DatabaseDefinitionStore, DefinitionSync } from '../definitions';
import type { EntitiesService } from '../entities/EntitiesService';
import { ActiveCalendars } from './ActiveCalendars';
import { CalendarAge } from './CalendarAge';
import { calendarKind } from './calendarKind';
import type { CalendarsService } from './CalendarsService';
import { CompanyCalendarSource } from './CompanyCalendarSource';
import type { CalendarsConfig } from './config';
import { DefaultCalendarsService } from './DefaultCalendarsService';
import { DatabaseCalendarStateStore, raiseGeneration } from './store';

/**
 * Puts the company calendars together, and schedules reading their locations.
 *
 * @throws Error that names what is wrong with a calendar in the configuration.
 */
export async function createCalendars(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  entities: Pick<EntitiesService, 'count' | 'subtreeOfGroup'>;
  environments: Environments;
  /** Kinds of entities that the gate decides about. */
  kinds: readonly string[];
  urlReader: UrlReaderService;
  scheduler: SchedulerService;
  logger: LoggerService;
  config: CalendarsConfig;
}): Promise<{
  calendars: CalendarsService;
  /** Absent if no calendars are configured. */
  source?: CompanyCalendarSource;
}> {
  const { config, scheduler, database, environments } = options;
  const { definitions, locations, refreshMs, maxAgeMs } = config;
  const store = await DatabaseDefinitionStore.create<CalendarInput>({
    database,
    tables: { definitions: 'calendars', locations: 'calendar_locations' },
    onChanged: raiseGeneration,
  });
  const sync = DefinitionSync.create({
    ...options,
    kind: calendarKind(environments),
    builtIn: [],
    store,
  });
  await sync.syncConfig();
  if (locations.length > 0) {
    await scheduler.scheduleTask({
      id: 'handover-calendars-locations',
      scope: 'global',
      frequency: { milliseconds: refreshMs },
      timeout: { minutes: 10 },
      fn: async () => {
        await sync.syncLocations();
      },
    });
  }
  const calendars = ActiveCalendars.create({ store, environments, locations });
  const age = CalendarAge.create({ maxAgeMs });
  return {
    calendars: DefaultCalendarsService.create({ ...options, calendars, age }),
    ...(definitions.length + locations.length > 0 && {
      source: CompanyCalendarSource.create({
        calendars,
        state: await DatabaseCalendarStateStore.create({ database }),
        age,
      }),
    }),
  };
}
