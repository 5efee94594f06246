import type {
  CompanyCalendar,
  CompanyCalendarDetails,
  CompanyCalendarList,
} from '@backstage-handover/plugin-handover-common';
import { NotFoundError } from '@backstage/errors';
import type {
  EntitiesService,
  EntityFilter,
} from '../entities/EntitiesService';
import type { ActiveCalendar, ActiveCalendars } from './ActiveCalendars';
import type { CalendarAge } from './CalendarAge';
import type { CalendarsService, Counted } from './CalendarsService';
import { withSubgroups } from './withSubgroups';

type Options = {
  calendars: Pick<ActiveCalendars, 'read'>;
  age: CalendarAge;
  entities: Pick<EntitiesService, 'count' | 'subtreeOfGroup'>;
  /** Kinds of entities that the gate decides about. */
  kinds: readonly string[];
};

/** Answers from the calendars in force. Checks no permissions. */
export class DefaultCalendarsService implements CalendarsService {
  readonly #options: Options;

  static create(options: Options): CalendarsService {
    return new DefaultCalendarsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async listCalendars({ filter }: Counted): Promise<CompanyCalendarList> {
    const { items, locations } = await this.#options.calendars.read();
    const shown: CompanyCalendar[] = [];
    for (const active of items) {
      shown.push(await this.#toSummary(active, filter));
    }
    return { items: shown, locations: [...locations] };
  }

  async getCalendar({
    name,
    filter,
  }: Counted & { name: string }): Promise<CompanyCalendarDetails> {
    const { items } = await this.#options.calendars.read();
    const active = items.find(each => each.name === name);
    if (!active) {
      throw new NotFoundError(`No calendar '${name}' found`);
    }
    return {
      ...(await this.#toSummary(active, filter)),
      windows: definitionOf(active).windows,
      ...(active.source && { source: active.source }),
    };
  }

  async #toSummary(
    active: ActiveCalendar,
    filter: EntityFilter | undefined,
  ): Promise<CompanyCalendar> {
    const { entities, kinds, age } = this.#options;
    const { name, version, scope, source } = active;
    const { metadata, level = 'organization', windows } = definitionOf(active);
    const { title, description, owner, link } = metadata;
    return {
      name,
      version,
      title,
      ...(description !== undefined && { description }),
      owner,
      ...(link !== undefined && { link }),
      level,
      scope,
      windowCount: windows.length,
      entityCount: await entities.count({
        allOf: [
          { key: 'kind', values: [...kinds] },
          { scope: await withSubgroups(scope, entities) },
          ...(filter ? [filter] : []),
        ],
      }),
      ...(source && { location: source.location }),
      status: 'calendar' in active ? age.statusOf(source) : 'invalid',
    };
  }
}

function definitionOf(active: ActiveCalendar) {
  return 'calendar' in active ? active.calendar : active.definition;
}
