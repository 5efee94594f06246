import type {
  FactDefinition,
  FactValue,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';

/**
 * What a fact source is asked.
 *
 * @public
 */
export type FactRequest = {
  /** At most 1,000. */
  entities: readonly ScopedEntity[];
  /** Names of the facts that a scorecard needs now. Others need not be read. */
  wanted: ReadonlySet<string>;
  /** Aborts when the time is over. */
  signal: AbortSignal;
};

/**
 * A source of facts that scorecards decide from.
 *
 * @public
 */
export interface FactSource {
  /** Names the source in logs. */
  readonly id: string;

  /**
   * The facts. Their names are `namespace.name`; a namespace belongs to one
   * source. They are read once, when the backend starts.
   */
  readonly facts: readonly FactDefinition[];

  /**
   * Reads the facts of many entities at once. An entity or a fact that is absent
   * from the answer is missing, and makes the checks that need it unknown. So
   * does an error, and a value that is not of the type of its fact.
   */
  read(
    request: FactRequest,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, FactValue>>>;
}
