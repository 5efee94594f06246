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

/** How often locations that were never read are tried. */
const UNREAD_MS = 60_000;

/**
 * Puts the company calendars together, and schedules reading their locations.
 *
 * @throws Error that names what is wrong with a calendar in the configuration.
 */
export async function createCalendars(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
  entities: Pick<EntitiesService, 'count' | 'subtreeOfGroup' | 'outdatedSince'>;
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
  const { locations, refreshMs, maxAgeMs } = config;
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
  const { configured } = sync;
  if (locations.length > 0) {
    await scheduler.scheduleTask({
      id: 'handover-calendars-locations',
      scope: 'global',
      frequency: { milliseconds: refreshMs },
      timeout: { minutes: 10 },
      fn: async signal => {
        await sync.syncLocations({ signal });
      },
    });
    // In each process: after an update, others may not know a new location yet.
    await scheduler.scheduleTask({
      id: 'handover-calendars-unread-locations',
      scope: 'local',
      frequency: { milliseconds: Math.min(refreshMs, UNREAD_MS) },
      timeout: { minutes: 10 },
      fn: async signal => {
        await sync.syncUnreadLocations({ signal });
      },
    });
  }
  const calendars = ActiveCalendars.create({
    store,
    environments,
    configured,
    locations,
  });
  const age = CalendarAge.create({ maxAgeMs });
  return {
    calendars: DefaultCalendarsService.create({ ...options, calendars, age }),
    ...(configured.length + locations.length > 0 && {
      source: CompanyCalendarSource.create({
        calendars,
        state: await DatabaseCalendarStateStore.create({ database }),
        age,
        entities: options.entities,
      }),
    }),
  };
}
