import type {
  CalendarLocation,
  Problem,
} from '@backstage-handover/plugin-handover-common';
import {
  type CalendarDefinition,
  type CalendarInput,
  compileCalendar,
  isError,
} from '@backstage-handover/plugin-handover-common/calendars';
import { formatPath } from '@backstage-handover/plugin-handover-common/documents';
import {
  type EntityScope,
  ScopeIndex,
  type ScopedEntity,
  entityScopeSchema,
} from '@backstage-handover/plugin-handover-common/entities';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  type DefinitionLocation,
  type DefinitionStore,
  type StoredDefinition,
  nameTaken,
} from '../definitions';
import { needsCatalog } from './needsCatalog';

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

/** A location none of whose calendars is in force. */
export type EmptyLocation = {
  location: string;
  /** Why it has none. */
  reason: string;
};

/** The calendars at one time, ready to decide from. */
export type CalendarSet = {
  /** In the order of screens. */
  items: readonly ActiveCalendar[];
  /** Configured locations, read or not. */
  locations: readonly CalendarLocation[];
  emptyLocations: readonly EmptyLocation[];
  /** Those whose scope an entity is in. */
  find: (entity: ScopedEntity) => ActiveCalendar[];
  /** Whether any scope compares what only the catalog knows. */
  needCatalog: boolean;
};

type WithOrigin = Compiled & {
  /** Absent if it is in the configuration. */
  origin?: string;
};

/** What a version of the stored definitions is compiled to. */
type Definitions = {
  items: readonly WithOrigin[];
  byScope: ScopeIndex<WithOrigin>;
  needCatalog: boolean;
  /** By location: calendars that have the name of one in the configuration. */
  hidden: ReadonlyMap<string, Problem>;
};

type Locations = ReadonlyMap<string, DefinitionLocation>;

/** A value that is reused for a generation, at most until a time. */
type Known<T> = { generation: number; until: number; value: Promise<T> };

type Options = {
  store: Pick<DefinitionStore<CalendarInput>, 'list' | 'listLocations'>;
  environments: Environments;
  /** Those in the configuration of this process. */
  configured: readonly StoredDefinition<CalendarInput>[];
  /** Those in the configuration of this process. */
  locations: readonly string[];
  /** Monotonic, in milliseconds. */
  now?: () => number;
};

/**
 * How long the states of locations are reused. Reading a location again changes
 * its time only, and raises no generation.
 */
const REUSE_MS = 5_000;

/**
 * Holds the company calendars in force in memory: those in the configuration of
 * this process, and the stored ones of its locations. What another process with
 * another configuration uses doesn't matter. Compiles each version once.
 */
export class ActiveCalendars {
  readonly #options: Options;
  readonly #now: () => number;
  #compiled = new Map<string, Compiled>();
  #definitions: Known<Definitions> | undefined;
  #locations: Known<Locations> | undefined;

  static create(options: Options): ActiveCalendars {
    return new ActiveCalendars(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /**
   * Returns the calendars of a generation or a later one. Reads definitions only
   * for a new generation.
   */
  async at(generation: number): Promise<CalendarSet> {
    const now = this.#now();
    const current = <T>(known: Known<T> | undefined) =>
      known?.generation === generation && known.until > now ? known : undefined;
    // Locations first: definitions that come in between are only newer.
    this.#locations = current(this.#locations) ?? {
      generation,
      until: now + REUSE_MS,
      value: this.#readLocations(),
    };
    const { value: locations } = this.#locations;
    this.#definitions = current(this.#definitions) ?? {
      generation,
      until: Infinity,
      value: locations.then(() => this.#readDefinitions()),
    };
    const { value: definitions } = this.#definitions;
    try {
      return this.#toSet(...(await Promise.all([definitions, locations])));
    } catch (error) {
      // The next decision tries again.
      if (this.#locations.value === locations) {
        this.#locations = undefined;
      }
      if (this.#definitions?.value === definitions) {
        this.#definitions = undefined;
      }
      throw error;
    }
  }

  /** Reads the calendars that are in the store now. */
  async read(): Promise<CalendarSet> {
    const locations = await this.#readLocations();
    return this.#toSet(await this.#readDefinitions(), locations);
  }

  async #readLocations(): Promise<Locations> {
    const locations = await this.#options.store.listLocations();
    return new Map(locations.map(each => [each.location, each]));
  }

  async #readDefinitions(): Promise<Definitions> {
    const { store, configured, locations } = this.#options;
    const isConfigured = new Set(locations);
    const stored = (await store.list()).filter(({ origin }) =>
      isConfigured.has(origin),
    );
    const names = new Set(configured.map(({ name }) => name));
    const isHidden = ({ name }: { name: string }) => names.has(name);
    const compiled = new Map<string, Compiled>();
    const items = [
      ...configured,
      ...stored.filter(each => !isHidden(each)),
    ].map((each: StoredDefinition<CalendarInput> & { origin?: string }) => {
      const key = `${each.name} ${each.version}`;
      const active = this.#compiled.get(key) ?? this.#compile(each);
      compiled.set(key, active);
      return { ...active, origin: each.origin };
    });
    this.#compiled = compiled;
    return {
      items,
      byScope: ScopeIndex.of(items),
      needCatalog: items.some(({ scope }) => needsCatalog(scope)),
      hidden: new Map(
        stored
          .filter(isHidden)
          .map(({ name, origin }) => [
            origin,
            nameTaken({ noun: 'calendar' }, { name }),
          ]),
      ),
    };
  }

  #toSet(
    { items, byScope, needCatalog, hidden }: Definitions,
    known: Locations,
  ): CalendarSet {
    const withSource = ({ origin, ...item }: WithOrigin): ActiveCalendar => ({
      ...item,
      ...(origin !== undefined && {
        // Without its location, nobody knows how old it is.
        source: known.get(origin) ?? unread(origin),
      }),
    });
    const used = new Set(items.map(({ origin }) => origin));
    const locations = this.#options.locations.map(location => {
      const state: CalendarLocation = known.get(location) ?? {
        location,
        problems: [],
      };
      const problem = hidden.get(location);
      return problem && !state.problems.some(each => isSame(each, problem))
        ? { ...state, problems: [problem, ...state.problems] }
        : state;
    });
    return {
      items: items.map(withSource),
      find: entity => byScope.find(entity).map(withSource),
      needCatalog,
      locations,
      emptyLocations: locations
        .filter(({ location }) => !used.has(location))
        .map(state => ({ location: state.location, reason: whyEmpty(state) })),
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
    const error = findings.find(isError) ?? findings[0];
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

function whyEmpty({ readAt, checkedAt, problems }: CalendarLocation): string {
  const error = problems.find(({ severity }) => severity === 'error');
  if (readAt !== undefined) {
    return `It has no calendar in force${error ? `: ${error.message}` : ''}`;
  }
  return checkedAt !== undefined && error
    ? `It could never be read: ${error.message}`
    : 'It has not been read yet';
}

function unread(location: string): DefinitionLocation {
  return { location, problems: [], checkedAt: new Date(0).toISOString() };
}

function isSame(a: Problem, b: Problem): boolean {
  return a.path === b.path && a.message === b.message;
}
