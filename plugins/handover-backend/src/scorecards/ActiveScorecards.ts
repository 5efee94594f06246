import {
  type CompiledScorecard,
  type FactSchema,
  type ScorecardInput,
  compileScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DefinitionStore } from '../definitions';

/** A scorecard in force, ready to be evaluated. */
export type ActiveScorecard = {
  name: string;
  version: string;
  scorecard: CompiledScorecard;
};

/** The scorecards in force, each compiled once for every version. */
export class ActiveScorecards {
  readonly #store: Pick<DefinitionStore<ScorecardInput>, 'list'>;
  readonly #facts: FactSchema;
  readonly #logger: LoggerService;
  #compiled = new Map<string, ActiveScorecard | undefined>();

  static create(options: {
    store: Pick<DefinitionStore<ScorecardInput>, 'list'>;
    facts: FactSchema;
    logger: LoggerService;
  }): ActiveScorecards {
    return new ActiveScorecards(options);
  }

  private constructor(options: {
    store: Pick<DefinitionStore<ScorecardInput>, 'list'>;
    facts: FactSchema;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#facts = options.facts;
    this.#logger = options.logger;
  }

  async list(): Promise<ActiveScorecard[]> {
    const stored = await this.#store.list();
    const next = new Map<string, ActiveScorecard | undefined>();
    for (const { name, version, definition } of stored) {
      const key = `${name} ${version}`;
      next.set(
        key,
        this.#compiled.has(key)
          ? this.#compiled.get(key)
          : this.#compile(name, version, definition),
      );
    }
    this.#compiled = next;
    return [...next.values()].filter(each => each !== undefined);
  }

  #compile(
    name: string,
    version: string,
    definition: unknown,
  ): ActiveScorecard | undefined {
    const { scorecard, findings } = compileScorecard(definition, this.#facts);
    if (!scorecard) {
      // It was right when it was stored: a source of its facts is gone.
      this.#logger.error(
        `Scorecard '${name}' is not evaluated any more: ${findings
          .map(({ message }) => message)
          .join('; ')}`,
      );
      return undefined;
    }
    return { name, version, scorecard };
  }
}
