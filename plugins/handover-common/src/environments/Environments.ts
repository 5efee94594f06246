import { InputError } from '@backstage/errors';
import { nearest } from '../text/nearest';
import {
  type EnvironmentDefinition,
  type EnvironmentRequirements,
  invalid,
  parseEnvironmentDefinitions,
} from './definitions';
import { environmentKey } from './key';
import { EnvironmentPattern, PatternError } from './pattern';

/**
 * The environment that a name refers to.
 *
 * @alpha
 */
export type Environment = {
  /** Its primary name if it is known, or else the given name. */
  name: string;
  /** The keys of all its names, primary name first. */
  keys: readonly string[];
  /** Whether it is configured, documented or used. */
  known: boolean;
};

/**
 * The settings of the gate for an environment.
 *
 * @alpha
 */
export type EnvironmentSettings = {
  default: 'open' | 'closed';
  unknown: 'pass' | 'block';
};

/** Names that count as production unless a definition says which one does. */
const PRODUCTION = ['production', 'prod', 'stable', 'live'];

/** What holds where nothing is configured. */
const BUILT_IN: EnvironmentDefinition[] = [
  { name: 'production', aliases: ['prod', 'prd'] },
];

type Rule = { pattern: EnvironmentPattern; definition: EnvironmentDefinition };

type State = {
  /** By the key of each name and alias. */
  byKey: ReadonlyMap<string, Environment>;
  /** Every definition, in order. */
  rules: readonly Rule[];
  /** Names of the environments of an entity that declares none. */
  assumed: readonly string[];
  /** Keys of names that count as production if no definition says so. */
  production: readonly string[];
  configured: boolean;
};

/**
 * The known environments and their names. The gate, delivery, Kubernetes and
 * documents all use it.
 *
 * Names are the same if their {@link environmentKey} is, or if one is declared
 * an alias of the other. A pattern doesn't make a name known, so a misspelled
 * name that it matches stays unknown.
 *
 * @alpha
 */
export class Environments {
  static readonly #builtIn = Environments.create(BUILT_IN);

  readonly #state: State;

  /**
   * The environments if nothing is configured: `production`, with the aliases
   * `prod` and `prd`.
   */
  static builtIn(): Environments {
    return Environments.#builtIn;
  }

  /**
   * Parses the configuration.
   *
   * @param key - The configuration key, for messages.
   * @throws InputError that names the key of a mistake or of an ambiguous name
   */
  static parse(value: unknown, key: string): Environments {
    return Environments.create(parseEnvironmentDefinitions(value, key), {
      key,
    });
  }

  /**
   * Creates the environments of these definitions.
   *
   * @throws InputError if a name has two meanings or is not valid.
   */
  static create(
    definitions: readonly EnvironmentDefinition[],
    options: {
      /** The configuration key, for messages. */
      key?: string;
      /**
       * Environments of an entity that declares none. The default is all
       * defined ones.
       */
      assumed?: readonly string[];
      /** Names that count as production if no definition does. */
      production?: readonly string[];
    } = {},
  ): Environments {
    const { key = 'environments', production = PRODUCTION } = options;
    const byKey = new Map<string, Environment>();
    const meanings = new Map<string, string>();
    const claim = (name: string, place: PropertyKey[], index: number) => {
      const pattern = parsePattern(name, [key, ...place]);
      const meaning = meanings.get(pattern.key);
      const own = `'${definitions[index].name}' (${key}[${index}])`;
      if (meaning !== undefined && meaning !== own) {
        throw invalid([key, ...place], `'${name}' already means ${meaning}`);
      }
      meanings.set(pattern.key, own);
      return pattern;
    };

    // Names before aliases: the message then names the alias that is wrong.
    const rules = definitions.map(
      (definition, index): Rule => ({
        definition,
        pattern: claim(definition.name, [index, 'name'], index),
      }),
    );
    rules.forEach(({ definition, pattern }, index) => {
      const { name, aliases = [] } = definition;
      const keys = aliases.map((alias, position) => {
        const place = [index, 'aliases', position];
        if (!pattern.isName) {
          throw invalid([key, ...place], 'a pattern cannot have an alias');
        }
        const own = claim(alias, place, index);
        if (!own.isName) {
          throw invalid([key, ...place], `'${alias}' must not be a pattern`);
        }
        return own.key;
      });
      if (pattern.isName) {
        const environment: Environment = {
          name: name.trim(),
          keys: [...new Set([pattern.key, ...keys])],
          known: true,
        };
        environment.keys.forEach(each => byKey.set(each, environment));
      }
    });

    const names = rules.flatMap(({ definition, pattern }) =>
      pattern.isName ? [definition.name.trim()] : [],
    );
    return new Environments({
      byKey,
      rules,
      assumed: options.assumed ?? names,
      production: production.map(environmentKey),
      configured: definitions !== BUILT_IN,
    });
  }

  private constructor(state: State) {
    this.#state = state;
  }

  /** The configured definitions. Undefined for the built-in environments. */
  get definitions(): readonly EnvironmentDefinition[] | undefined {
    return this.#state.configured
      ? this.#state.rules.map(({ definition }) => definition)
      : undefined;
  }

  /** Whether they are configured, rather than built in. */
  get isConfigured(): boolean {
    return this.#state.configured;
  }

  /** The names of all known environments, configured ones first. */
  get names(): string[] {
    const all = [...this.#state.byKey.values()];
    return [...new Set(all)].map(({ name }) => name);
  }

  /** Names of the environments of an entity that declares none. */
  get assumed(): readonly string[] {
    return this.#state.assumed;
  }

  /** Adds names that are declared or used elsewhere. Known names keep their meaning. */
  with(names: Iterable<string>): Environments {
    const byKey = new Map(this.#state.byKey);
    for (const name of names) {
      const key = environmentKey(name);
      if (key !== '' && !byKey.has(key)) {
        byKey.set(key, { name: name.trim(), keys: [key], known: true });
      }
    }
    return byKey.size === this.#state.byKey.size
      ? this
      : new Environments({ ...this.#state, byKey });
  }

  /** Resolves a name. An unknown name refers only to itself. */
  resolve(name: string): Environment {
    const key = environmentKey(name);
    return this.#state.byKey.get(key) ?? { name, keys: [key], known: false };
  }

  /**
   * Like `resolve`, but throws an InputError with a suggestion if the name
   * isn't known.
   */
  get(name: string): Environment {
    const environment = this.resolve(name);
    if (!environment.known) {
      const suggestion = this.nearest(name);
      throw new InputError(
        suggestion === undefined
          ? `No environment '${name}' is known`
          : `No environment '${name}' is known, did you mean '${suggestion}'?`,
      );
    }
    return environment;
  }

  /** Whether two names mean the same environment. */
  isSame(a: string, b: string): boolean {
    return this.resolve(a).keys[0] === this.resolve(b).keys[0];
  }

  /** Every environment once, by its name, in the order of the names. */
  distinct(names: Iterable<string>): string[] {
    const found = new Map<string, string>();
    for (const each of names) {
      const { name, keys } = this.resolve(each);
      if (!found.has(keys[0])) {
        found.set(keys[0], name);
      }
    }
    return [...found.values()];
  }

  /** The known environment that a misspelled name probably refers to. */
  nearest(name: string): string | undefined {
    const found = nearest(environmentKey(name), [...this.#state.byKey.keys()]);
    return found === undefined ? undefined : this.resolve(found).name;
  }

  /**
   * The settings of an environment: those of its own definition, or else of the
   * first pattern that matches. An unknown verdict can only pass if the
   * environment is known.
   */
  settingsOf(environment: Environment): EnvironmentSettings {
    return {
      default: this.#setting(environment, each => each.default) ?? 'open',
      unknown: environment.known
        ? this.#setting(environment, each => each.unknown) ?? 'block'
        : 'block',
    };
  }

  /**
   * What the gate requires in an environment. Each requirement is a setting of
   * its own: that of the environment's definition, or else of the first pattern
   * that matches and has it.
   */
  requirementsOf(environment: Environment): Required<EnvironmentRequirements> {
    const requirement = <K extends keyof EnvironmentRequirements>(key: K) =>
      this.#setting(environment, ({ requires }) => requires?.[key]);
    return {
      scorecards: requirement('scorecards') ?? [],
      freshHandover: requirement('freshHandover') ?? false,
      lastRunPassed: requirement('lastRunPassed') ?? false,
      inPreviousEnvironment: requirement('inPreviousEnvironment') ?? false,
      noCriticalAlerts: requirement('noCriticalAlerts') ?? false,
    };
  }

  /**
   * Returns which of these environments counts as production: the match of the
   * first definition that is `production`.
   */
  productionAmong(names: readonly string[]): string | undefined {
    const { rules, production } = this.#state;
    const all = names.map(name => this.resolve(name));
    const marked = rules.filter(({ definition }) => definition.production);
    const wanted =
      marked.length > 0
        ? marked.map(({ pattern }) => pattern)
        : production.map(key => ({ matches: (each: string) => each === key }));
    for (const pattern of wanted) {
      const found = all.find(
        each =>
          each.keys.some(key => pattern.matches(key)) &&
          this.#setting(each, ({ production: mark }) => mark) !== false,
      );
      if (found) {
        return found.name;
      }
    }
    return undefined;
  }

  #setting<T>(
    { keys }: Environment,
    valueOf: (definition: EnvironmentDefinition) => T | undefined,
  ): T | undefined {
    const { rules } = this.#state;
    const own = rules.find(({ pattern }) => pattern.key === keys[0]);
    const value = own && valueOf(own.definition);
    if (value !== undefined) {
      return value;
    }
    const rule = rules.find(
      ({ pattern, definition }) =>
        !pattern.isName &&
        valueOf(definition) !== undefined &&
        keys.some(key => pattern.matches(key)),
    );
    return rule && valueOf(rule.definition);
  }
}

function parsePattern(name: string, place: PropertyKey[]): EnvironmentPattern {
  try {
    return EnvironmentPattern.parse(name);
  } catch (error) {
    if (error instanceof PatternError) {
      throw invalid(place, error.message);
    }
    throw error;
  }
}
