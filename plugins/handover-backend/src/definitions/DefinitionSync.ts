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
import { shownMessage } from '../shownMessage';
import { withinTime } from '../withinTime';
import type { DefinitionsConfig } from './config';
import type { DefinitionStore, StoredDefinition } from './store';

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

/**
 * Puts the definitions of the configuration and of its locations in force. A
 * location that cannot be read, or whose file is wrong, keeps the definitions
 * that it had.
 */
export class DefinitionSync<T extends { metadata: { name: string } }> {
  readonly #options: Options<T>;

  static create<T extends { metadata: { name: string } }>(
    options: Options<T>,
  ): DefinitionSync<T> {
    return new DefinitionSync(options);
  }

  private constructor(options: Options<T>) {
    this.#options = options;
  }

  /**
   * Puts those of the configuration in force.
   *
   * @returns whether anything changed.
   * @throws Error that names what is wrong with one of them.
   */
  async syncConfig(): Promise<boolean> {
    const { store, config, builtIn, kind } = this.#options;
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
    // First what is new, so that a definition that moves here is always in force.
    const changed = await store.replace(CONFIG, all);
    const ended = await store.keepOrigins([CONFIG, ...config.locations]);
    return changed || ended;
  }

  /**
   * Reads all locations.
   *
   * @returns whether any definition changed.
   */
  async syncLocations(): Promise<boolean> {
    const { config, store, logger, kind } = this.#options;
    let changed = false;
    for (const location of config.locations) {
      const { definition, problems } = await this.#read(location);
      const definitions = definition && [inForce(definition)];
      if (!definitions) {
        logger.warn(
          `The ${kind.noun} at '${location}' stays as it was: ${problems
            .map(problem => formatProblem(location, problem))
            .join('; ')}`,
        );
      }
      changed =
        (await store.recordReading(location, { problems, definitions })) ||
        changed;
    }
    return changed;
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

  async #read(
    location: string,
  ): Promise<{ definition?: T; problems: Problem[] }> {
    let text: string;
    try {
      text = await this.#fetch(location);
    } catch (error) {
      const message = `cannot be read: ${await shownMessage(error)}`;
      return { problems: [{ path: '', message, severity: 'error' }] };
    }
    const { kind, store } = this.#options;
    const { definition, problems } = kind.parse(text);
    if (!definition) {
      return { problems };
    }
    const { name } = definition.metadata;
    const other = (await store.list()).find(
      each => each.name === name && each.origin !== location,
    );
    if (!other) {
      return { definition, problems };
    }
    const message = `'${name}' is the name of a ${kind.noun} ${
      other.origin === CONFIG ? 'in the configuration' : `at ${other.origin}`
    }`;
    return {
      problems: [{ path: 'metadata.name', message, severity: 'error' }],
    };
  }

  async #fetch(location: string): Promise<string> {
    return withinTime(
      async signal => {
        const response = await this.#options.urlReader.readUrl(location, {
          signal,
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
