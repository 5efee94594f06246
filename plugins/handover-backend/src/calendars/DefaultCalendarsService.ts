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

  async listCalendars(): Promise<CompanyCalendarList> {
    const { items, locations } = await this.#options.calendars.read();
    return {
      items: items.map(active => this.#toSummary(active)),
      locations: [...locations],
    };
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
      ...this.#toSummary(active),
      windows: definitionOf(active).windows,
      entityCount: await this.#countEntities(active, filter),
      ...(active.source && { source: active.source }),
    };
  }

  async #countEntities(
    { scope }: ActiveCalendar,
    filter: EntityFilter | undefined,
  ): Promise<number> {
    const { entities, kinds } = this.#options;
    return entities.count({
      allOf: [
        { key: 'kind', values: [...kinds] },
        { scope: await withSubgroups(scope, entities) },
        ...(filter ? [filter] : []),
      ],
    });
  }

  #toSummary(active: ActiveCalendar): CompanyCalendar {
    const { age } = this.#options;
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
      ...(source && { location: source.location }),
      status: 'calendar' in active ? age.statusOf(source) : 'invalid',
    };
  }
}

function definitionOf(active: ActiveCalendar) {
  return 'calendar' in active ? active.calendar : active.definition;
}
