import {
  formatPath,
  formatProblem,
  type PathSegments,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Problem } from '@backstage-handover/plugin-handover-common';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { shownMessage } from '../shownMessage';
import { withinTime } from '../withinTime';
import type { DefinitionsConfig } from './config';
import { nameTaken } from './nameTaken';
import {
  type DefinitionStore,
  NameTakenError,
  type Reading,
  type StoredDefinition,
} from './store';

/** Something that a definition is not valid for, or a warning. */
type Finding = {
  path: PathSegments;
  message: string;
  /** `error` if it is absent. */
  severity?: Problem['severity'];
};

/** A kind of definition, such as scorecards. */
export type DefinitionKind<T> = {
  /** For messages: `scorecard`. */
  noun: string;
  /** The key of the configuration: `handover.scorecards`. */
  key: string;
  /** Checks a definition in the configuration. There is none if it is wrong. */
  check: (value: unknown) => { definition?: T; findings: Finding[] };
  /** Checks the text of a file. There is no definition if it is wrong. */
  parse: (text: string) => { definition?: T; problems: Problem[] };
};

type Options<T> = {
  kind: DefinitionKind<T>;
  /** Definitions that come with Handover. */
  builtIn: readonly T[];
  store: DefinitionStore<T>;
  urlReader: UrlReaderService;
  logger: LoggerService;
  config: DefinitionsConfig;
};

/** Origin of the definitions in the configuration. */
const CONFIG = '';

/** Bytes of a file. */
const MAX_BYTES = 1_000_000;

const TIMEOUT_MS = 30_000;

/** Locations that are read at the same time. */
const CONCURRENCY = 10;

/**
 * Checks the definitions of the configuration, and stores those of its
 * locations. A location that can't be read, or whose file has an error, keeps
 * its last good definitions.
 */
export class DefinitionSync<T extends { metadata: { name: string } }> {
  readonly #options: Options<T>;
  #configured: StoredDefinition<T>[] | undefined;

  static create<T extends { metadata: { name: string } }>(
    options: Options<T>,
  ): DefinitionSync<T> {
    return new DefinitionSync(options);
  }

  private constructor(options: Options<T>) {
    this.#options = options;
  }

  /**
   * The definitions of the configuration, and those that come with Handover.
   *
   * @throws Error that names what is wrong with one of them.
   */
  get configured(): readonly StoredDefinition<T>[] {
    this.#configured ??= this.#readConfig();
    return this.#configured;
  }

  /**
   * Stores those of the configuration.
   *
   * @returns whether any definition changed.
   * @throws Error that names what is wrong with one of them.
   */
  async syncConfig(): Promise<boolean> {
    // First what is new, so that a definition that moves here is always in force.
    const changed = await this.#options.store.replace(CONFIG, this.configured);
    const ended = await this.#keepOrigins();
    return changed || ended;
  }

  /**
   * Reads all locations, and ends the definitions of locations that are not
   * configured any more.
   *
   * @returns whether any definition changed.
   */
  async syncLocations(options: { signal: AbortSignal }): Promise<boolean> {
    const ended = await this.#keepOrigins();
    const { locations } = this.#options.config;
    const changed = await this.#readLocations(locations, options);
    return ended || changed;
  }

  /** Reads the locations that could never be read. */
  async syncUnreadLocations(options: { signal: AbortSignal }): Promise<void> {
    const { config, store } = this.#options;
    const known = await store.listLocations();
    const read = new Set(
      known.flatMap(({ location, readAt }) => (readAt ? location : [])),
    );
    await this.#readLocations(
      config.locations.filter(location => !read.has(location)),
      options,
    );
  }

  async #keepOrigins(): Promise<boolean> {
    const { store, config } = this.#options;
    return store.keepOrigins([CONFIG, ...config.locations]);
  }

  #readConfig(): StoredDefinition<T>[] {
    const { config, builtIn, kind } = this.#options;
    const all = [
      ...builtIn,
      ...config.definitions.map((value, index) =>
        this.#checked(value, `${kind.key}.definitions[${index}]`),
      ),
    ].map(inForce);
    const names = all.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) {
      throw new Error(
        `Invalid ${kind.noun}s at '${kind.key}': two have the name '${twice}'`,
      );
    }
    return all;
  }

  /** @returns whether any definition changed. */
  async #readLocations(
    locations: readonly string[],
    { signal }: { signal: AbortSignal },
  ): Promise<boolean> {
    const { logger, kind } = this.#options;
    const limit = pLimit(CONCURRENCY);
    const changed = await Promise.all(
      locations.map(location =>
        limit(async () => {
          try {
            return await this.#syncLocation(location, signal);
          } catch (error) {
            // The others are read nevertheless.
            logger.error(
              `Could not store the ${
                kind.noun
              } at '${location}': ${await shownMessage(error)}`,
            );
            return false;
          }
        }),
      ),
    );
    return changed.includes(true);
  }

  async #syncLocation(location: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) {
      return false;
    }
    const reading = await this.#read(location, signal);
    if (signal.aborted) {
      // A reading that was stopped says nothing about the location.
      return false;
    }
    try {
      return await this.#record(location, reading);
    } catch (error) {
      if (error instanceof NameTakenError) {
        return this.#record(location, this.#nameTaken(error.taken));
      }
      throw error;
    }
  }

  async #record(location: string, reading: Reading<T>): Promise<boolean> {
    const { store, logger, kind } = this.#options;
    const changed = await store.recordReading(location, reading);
    const problems = reading.problems
      .map(problem => formatProblem(location, problem))
      .join('; ');
    if (!reading.definitions) {
      logger.warn(
        `The ${kind.noun} at '${location}' stays as it was: ${problems}`,
      );
    } else if (changed && problems) {
      logger.warn(`The ${kind.noun} at '${location}': ${problems}`);
    }
    return changed;
  }

  #nameTaken(taken: { name: string; origin?: string }): Reading<T> {
    return { problems: [nameTaken(this.#options.kind, taken)] };
  }

  #checked(value: unknown, place: string): T {
    const { kind, logger } = this.#options;
    const { definition, findings } = kind.check(value);
    const shown = (severity: Problem['severity']) =>
      findings
        .filter(finding => (finding.severity ?? 'error') === severity)
        .map(({ path, message }) => `${formatPath(path)}: ${message}`)
        .join('; ');
    if (!definition) {
      throw new Error(`Invalid ${kind.noun} at '${place}': ${shown('error')}`);
    }
    const warnings = shown('warning');
    if (warnings) {
      logger.warn(`The ${kind.noun} at '${place}': ${warnings}`);
    }
    return definition;
  }

  async #read(location: string, signal: AbortSignal): Promise<Reading<T>> {
    let text: string;
    try {
      text = await this.#fetch(location, signal);
    } catch (error) {
      const message = `cannot be read: ${await shownMessage(error)}`;
      return { problems: [{ path: '', message, severity: 'error' }] };
    }
    const { definition, problems } = this.#options.kind.parse(text);
    if (!definition) {
      return { problems };
    }
    const { name } = definition.metadata;
    return this.configured.some(each => each.name === name)
      ? this.#nameTaken({ name })
      : { definitions: [inForce(definition)], problems };
  }

  async #fetch(location: string, stopped: AbortSignal): Promise<string> {
    return withinTime(
      async signal => {
        const response = await this.#options.urlReader.readUrl(location, {
          signal: AbortSignal.any([signal, stopped]),
        });
        const buffer = await response.buffer();
        if (buffer.length > MAX_BYTES) {
          throw new Error(`it is larger than ${MAX_BYTES} bytes`);
        }
        return buffer.toString('utf8');
      },
      {
        timeoutMs: TIMEOUT_MS,
        timedOut: () => new Error('it took longer than 30 seconds'),
      },
    );
  }
}

function inForce<T extends { metadata: { name: string } }>(
  definition: T,
): StoredDefinition<T> {
  return {
    name: definition.metadata.name,
    version: createHash('sha256')
      .update(JSON.stringify(definition))
      .digest('hex'),
    definition,
  };
}
