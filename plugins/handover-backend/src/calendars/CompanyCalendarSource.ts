import type {
  Calendar,
  CompanyCalendarStatus,
} from '@backstage-handover/plugin-handover-common';
import { assertCalendarLimits } from '@backstage-handover/plugin-handover-common/gate';
import type { AskedCalendarSource } from '../gate/contributors/AskedCalendarSource';
import type { ActiveCalendar, ActiveCalendars } from './ActiveCalendars';
import { CalendarAge } from './CalendarAge';
import type { CalendarStateStore } from './store';

const ID = 'calendars';
const TITLE = 'Company calendars';

/**
 * Gives the gate the company calendars that apply to an entity. A decision asks
 * the database once, about the entity and whether calendars have changed.
 */
export class CompanyCalendarSource implements AskedCalendarSource {
  readonly id = ID;
  readonly title = TITLE;
  readonly #calendars: ActiveCalendars;
  readonly #state: CalendarStateStore;
  readonly #age: CalendarAge;

  static create(options: {
    calendars: ActiveCalendars;
    state: CalendarStateStore;
    age: CalendarAge;
  }): CompanyCalendarSource {
    return new CompanyCalendarSource(options);
  }

  private constructor(options: {
    calendars: ActiveCalendars;
    state: CalendarStateStore;
    age: CalendarAge;
  }) {
    this.#calendars = options.calendars;
    this.#state = options.state;
    this.#age = options.age;
  }

  async getCalendars({
    entityRef,
  }: {
    entityRef: string;
  }): Promise<Calendar[]> {
    const { generation, entity } = await this.#state.read(entityRef);
    const { byScope, locations } = await this.#calendars.at(generation);
    if (!entity) {
      return [
        {
          ...unknownCalendar(ID, TITLE),
          error: `The mirror of the catalog does not know '${entityRef}' yet`,
        },
      ];
    }
    return [
      ...byScope.find(entity).map(active => this.#toCalendar(active)),
      // Nobody knows which entities these would apply to.
      ...locations
        .filter(({ readAt }) => readAt === undefined)
        .map(({ location, problems: [problem] }) => ({
          ...unknownCalendar(`calendar-location:${location}`, location),
          error: problem
            ? `It could never be read: ${problem.message}`
            : 'It has not been read yet',
        })),
    ];
  }

  /** They were checked when they were stored. */
  check(value: unknown): Calendar[] {
    assertCalendarLimits(value);
    return value as Calendar[];
  }

  #toCalendar(active: ActiveCalendar): Calendar {
    const { name, version, source } = active;
    const definition =
      'calendar' in active ? active.calendar : active.definition;
    const { title, link } = definition.metadata;
    const about = {
      id: `calendar:${name}`,
      title,
      level: definition.level ?? 'organization',
      version,
      ...(link !== undefined && { link }),
    };
    if (!('calendar' in active)) {
      return { ...about, error: `It is not valid any more: ${active.problem}` };
    }
    const status: CompanyCalendarStatus = this.#age.statusOf(source);
    return status === 'expired'
      ? { ...about, error: this.#age.whyExpired(source!) }
      : { ...about, windows: active.calendar.windows };
  }
}

function unknownCalendar(id: string, title: string) {
  return { id, title, level: 'organization' as const, version: '' };
}
