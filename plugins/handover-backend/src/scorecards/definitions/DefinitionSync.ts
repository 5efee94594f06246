import {
  type FactSchema,
  HANDOVER_READY,
  type ScorecardInput,
  compileScorecard,
  parseScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import {
  formatPath,
  formatProblem,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Problem } from '@backstage-handover/plugin-handover-common';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { withinTime } from '../../withinTime';
import type { ScorecardsConfig } from '../config';
import type { ScorecardStore, StoredScorecard } from '../store';

type Options = {
  store: ScorecardStore;
  facts: FactSchema;
  urlReader: UrlReaderService;
  logger: LoggerService;
  config: ScorecardsConfig;
};

/** Origin of the scorecards in the configuration. */
const CONFIG = '';

/** Bytes of a file of scorecards. */
const MAX_BYTES = 1_000_000;

const TIMEOUT_MS = 30_000;

/**
 * Puts the scorecards of the configuration and of its locations in force. A
 * location that cannot be read, or whose file is wrong, keeps the scorecards
 * that it had.
 */
export class DefinitionSync {
  readonly #options: Options;

  static create(options: Options): DefinitionSync {
    return new DefinitionSync(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Puts those of the configuration in force.
   *
   * @returns whether anything changed.
   * @throws Error that names what is wrong with one of them.
   */
  async syncConfig(): Promise<boolean> {
    const { store, config, facts } = this.#options;
    const builtIn = config.handoverReady
      ? [inForce(parseScorecard(HANDOVER_READY, facts).definition!)]
      : [];
    const own = config.definitions.map((definition, index) => {
      const { scorecard, findings } = compileScorecard(definition, facts);
      if (!scorecard) {
        throw new Error(
          `Invalid scorecard at 'handover.scorecards.definitions[${index}]': ${findings
            .filter(
              finding =>
                !('severity' in finding) || finding.severity === 'error',
            )
            .map(({ path, message }) => `${formatPath(path)}: ${message}`)
            .join('; ')}`,
        );
      }
      return inForce(definition as ScorecardInput);
    });
    const all = [...builtIn, ...own];
    const names = all.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) {
      throw new Error(
        `Invalid scorecards at 'handover.scorecards': two have the name '${twice}'`,
      );
    }
    const changed = await store.replace(CONFIG, all);
    const ended = await store.keepOrigins([CONFIG, ...config.locations]);
    return changed || ended;
  }

  /**
   * Reads all locations.
   *
   * @returns whether anything changed.
   */
  async syncLocations(): Promise<boolean> {
    const { config, store, logger } = this.#options;
    let changed = false;
    for (const location of config.locations) {
      const { scorecards, problems } = await this.#read(location);
      await store.recordLocation(location, problems);
      if (problems.some(({ severity }) => severity === 'error')) {
        logger.warn(
          `Scorecards at '${location}' stay as they were: ${problems
            .map(problem => formatProblem(location, problem))
            .join('; ')}`,
        );
      } else {
        changed = (await store.replace(location, scorecards)) || changed;
      }
    }
    return changed;
  }

  async #read(
    location: string,
  ): Promise<{ scorecards: StoredScorecard[]; problems: Problem[] }> {
    let text: string;
    try {
      text = await this.#fetch(location);
    } catch (error) {
      return {
        scorecards: [],
        problems: [
          {
            path: '',
            message: `cannot be read: ${toError(error).message}`,
            severity: 'error',
          },
        ],
      };
    }
    const { definition, problems } = parseScorecard(text, this.#options.facts);
    if (!definition) {
      return { scorecards: [], problems };
    }
    const stored = inForce(definition);
    const other = (await this.#options.store.list()).find(
      ({ name, origin }) => name === stored.name && origin !== location,
    );
    return other
      ? {
          scorecards: [],
          problems: [
            {
              path: 'metadata.name',
              message: `'${stored.name}' is the name of a scorecard ${
                other.origin === CONFIG
                  ? 'in the configuration'
                  : `at ${other.origin}`
              }`,
              severity: 'error',
            },
          ],
        }
      : { scorecards: [stored], problems };
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

function inForce(definition: ScorecardInput): StoredScorecard {
  return {
    name: definition.metadata.name,
    version: createHash('sha256')
      .update(JSON.stringify(definition))
      .digest('hex'),
    definition,
  };
}
