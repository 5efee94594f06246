import type { FactSource } from '@backstage-handover/plugin-handover-node';
import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';
import {
  FactSchema,
  type FactValue,
  type FactValues,
  factValueProblem,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { withinTime } from '../../withinTime';

type Options = {
  sources: readonly FactSource[];
  logger: LoggerService;
  /** How long a source may take for one batch. */
  timeoutMs: number;
};

type Values = Map<string, FactValue>;

/**
 * Reads the facts of entities from all sources at the same time. A source that
 * fails, hangs or gives values of another type makes its own facts missing, and
 * no others.
 */
export class FactReader {
  readonly schema: FactSchema;
  readonly #options: Options;

  /** @throws Error if the names of facts collide. */
  static create(options: Options): FactReader {
    return new FactReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.schema = FactSchema.of(...options.sources.map(({ facts }) => facts));
  }

  /**
   * @param wanted - names of the facts that are needed
   * @returns an entry for each entity
   */
  async read(
    entities: readonly ScopedEntity[],
    wanted: ReadonlySet<string>,
  ): Promise<Map<string, FactValues>> {
    const result = new Map<string, Values>(
      entities.map(({ entityRef }) => [entityRef, new Map()]),
    );
    await Promise.all(
      this.#options.sources.map(source =>
        this.#readSource(source, { entities, wanted, result }),
      ),
    );
    return result;
  }

  async #readSource(
    source: FactSource,
    options: {
      entities: readonly ScopedEntity[];
      wanted: ReadonlySet<string>;
      result: Map<string, Values>;
    },
  ): Promise<void> {
    const { entities, wanted, result } = options;
    const facts = source.facts.filter(({ name }) => wanted.has(name));
    if (facts.length === 0) {
      return;
    }
    const { logger, timeoutMs } = this.#options;
    let answer: ReadonlyMap<string, ReadonlyMap<string, FactValue>>;
    try {
      answer = await withinTime(
        signal => source.read({ entities, wanted, signal }),
        {
          timeoutMs,
          timedOut: () =>
            new Error(`It took longer than ${timeoutMs / 1000} seconds`),
        },
      );
      if (!(answer instanceof Map)) {
        throw new Error('It did not answer with a map');
      }
    } catch (error) {
      logger.warn(`Reading facts from '${source.id}' failed`, toError(error));
      const missing = `'${source.id}' could not be read`;
      for (const values of result.values()) {
        facts.forEach(({ name }) => values.set(name, { missing }));
      }
      return;
    }
    for (const [entityRef, values] of result) {
      const given = answer.get(entityRef);
      const isMap = given === undefined || given instanceof Map;
      for (const { name, type } of facts) {
        values.set(
          name,
          isMap
            ? checked(given?.get(name), type, source.id)
            : { missing: `'${source.id}' did not answer with a map` },
        );
      }
    }
  }
}

function checked(
  fact: FactValue | undefined,
  type: Parameters<typeof factValueProblem>[0],
  source: string,
): FactValue {
  if (fact === undefined) {
    return { missing: `'${source}' does not know it` };
  }
  if (typeof fact !== 'object' || fact === null) {
    return { missing: `the answer from '${source}' is not a fact` };
  }
  if ('missing' in fact) {
    return { missing: String(fact.missing).slice(0, 500) };
  }
  const problem = factValueProblem(type, fact.value);
  return problem ? { missing: `the value from '${source}' ${problem}` } : fact;
}
