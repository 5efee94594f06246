import type { CalendarLocation } from '@backstage-handover/plugin-handover-common';
import {
  type CalendarDefinition,
  type CalendarInput,
  compileCalendar,
} from '@backstage-handover/plugin-handover-common/calendars';
import { formatPath } from '@backstage-handover/plugin-handover-common/documents';
import {
  type EntityScope,
  ScopeIndex,
  entityScopeSchema,
} from '@backstage-handover/plugin-handover-common/entities';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type {
  DefinitionLocation,
  DefinitionStore,
  StoredDefinition,
} from '../definitions';

/** A version of a calendar. */
type Compiled = {
  name: string;
  version: string;
  scope: EntityScope;
} & (
  | { calendar: CalendarDefinition }
  /** It was right when it was stored, and now is wrong. */
  | { definition: CalendarInput; problem: string }
);

/** A company calendar that is in force. */
export type ActiveCalendar = Compiled & {
  /** Absent if it is in the configuration. */
  source?: DefinitionLocation;
};

/** The calendars at one time, ready to decide from. */
export type CalendarSet = {
  /** In the order of screens. */
  items: readonly ActiveCalendar[];
  byScope: ScopeIndex<ActiveCalendar>;
  /** Configured locations, read or not. */
  locations: readonly CalendarLocation[];
};

type Options = {
  store: Pick<DefinitionStore<CalendarInput>, 'list' | 'listLocations'>;
  environments: Environments;
  /** Those that are configured. */
  locations: readonly string[];
};

/**
 * The company calendars in force, in memory. Each is compiled once for every
 * version.
 */
export class ActiveCalendars {
  readonly #options: Options;
  #compiled = new Map<string, Compiled>();
  #known: { generation: number; set: Promise<CalendarSet> } | undefined;

  static create(options: Options): ActiveCalendars {
    return new ActiveCalendars(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Those of a generation or a later one. Reads the store only for a new one. */
  async at(generation: number): Promise<CalendarSet> {
    if (this.#known?.generation !== generation) {
      const known = { generation, set: this.read() };
      this.#known = known;
      known.set.catch(() => {
        // The next decision tries again.
        if (this.#known === known) {
          this.#known = undefined;
        }
      });
    }
    return this.#known!.set;
  }

  /** Those that are in the store now. */
  async read(): Promise<CalendarSet> {
    const { store, locations } = this.#options;
    // Locations first: a calendar that comes in between is only newer.
    const known = new Map(
      (await store.listLocations()).map(each => [each.location, each]),
    );
    const stored = await store.list();
    const compiled = new Map<string, Compiled>();
    const items = stored.map(({ origin, ...each }): ActiveCalendar => {
      const key = `${each.name} ${each.version}`;
      const active = this.#compiled.get(key) ?? this.#compile(each);
      compiled.set(key, active);
      return { ...active, source: known.get(origin) };
    });
    this.#compiled = compiled;
    return {
      items,
      byScope: ScopeIndex.of(items),
      locations: locations.map(
        location => known.get(location) ?? { location, problems: [] },
      ),
    };
  }

  #compile({
    name,
    version,
    definition,
  }: StoredDefinition<CalendarInput>): Compiled {
    const { calendar, findings } = compileCalendar(definition, {
      environments: this.#options.environments,
    });
    if (calendar) {
      return { name, version, scope: calendar.scope, calendar };
    }
    const scope = entityScopeSchema.safeParse(definition.scope ?? {});
    // Not a warning.
    const error =
      findings.find(
        each => !('severity' in each) || each.severity === 'error',
      ) ?? findings[0];
    return {
      name,
      version,
      // It could be about any entity.
      scope: scope.success ? scope.data : {},
      definition,
      problem: `${formatPath(error.path)}: ${error.message}`,
    };
  }
}
