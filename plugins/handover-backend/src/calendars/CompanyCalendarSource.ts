import type {
  Calendar,
  CompanyCalendarStatus,
} from '@backstage-handover/plugin-handover-common';
import { assertCalendarLimits } from '@backstage-handover/plugin-handover-common/gate';
import type { EntitiesService } from '../entities/EntitiesService';
import type { AskedCalendarSource } from '../gate/contributors/AskedCalendarSource';
import type { ActiveCalendar, ActiveCalendars } from './ActiveCalendars';
import { CalendarAge } from './CalendarAge';
import type { CalendarStateStore } from './store';

type Options = {
  calendars: ActiveCalendars;
  state: CalendarStateStore;
  age: CalendarAge;
  entities: Pick<EntitiesService, 'outdatedSince'>;
};

const ID = 'calendars';
const TITLE = 'Company calendars';

/**
 * Gives the gate the company calendars that apply to an entity. A decision usually
 * needs one query, for the entity and whether calendars have changed.
 */
export class CompanyCalendarSource implements AskedCalendarSource {
  readonly id = ID;
  readonly title = TITLE;
  readonly #calendars: ActiveCalendars;
  readonly #state: CalendarStateStore;
  readonly #age: CalendarAge;
  readonly #entities: Options['entities'];

  static create(options: Options): CompanyCalendarSource {
    return new CompanyCalendarSource(options);
  }

  private constructor(options: Options) {
    this.#entities = options.entities;
    this.#calendars = options.calendars;
    this.#state = options.state;
    this.#age = options.age;
  }

  async getCalendars({
    entityRef,
  }: {
    entityRef: string;
  }): Promise<Calendar[]> {
    const [{ generation, entity }, outdatedSince] = await Promise.all([
      this.#state.read(entityRef),
      this.#entities.outdatedSince(),
    ]);
    const { find, emptyLocations, needCatalog } = await this.#calendars.at(
      generation,
    );
    if (!entity) {
      return [
        {
          ...unknownCalendar(ID, TITLE),
          error: `The mirror of the catalog does not know '${entityRef}' yet`,
        },
      ];
    }
    return [
      // Those that applied when the mirror was current can still close the gate.
      ...find(entity).map(active => this.#toCalendar(active)),
      // Nobody knows which entities these would apply to.
      ...emptyLocations.map(({ location, reason }) => ({
        ...unknownCalendar(`calendar-location:${location}`, location),
        error: reason,
      })),
      ...(outdatedSince && needCatalog
        ? [
            {
              ...unknownCalendar(ID, TITLE),
              error: `The mirror of the catalog was last updated at ${outdatedSince.toISOString()}, so other calendars may apply by now`,
            },
          ]
        : []),
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
