import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';
import type {
  EvaluationInput,
  FactValues,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActiveScorecard } from './ActiveScorecards';
import type { FactReader } from './facts/FactReader';
import type { ScorecardStore } from './store';
import type { ExemptionInForce, ExemptionStore } from './store/exemptions';

/** What the results of one entity depend on, besides the scorecards. */
export type EvaluationInputs = {
  facts: FactValues;
  /** The levels that it has now, by scorecard. */
  levels: ReadonlyMap<string, string>;
  /** Those that were in force when this was read. */
  exemptions: readonly ExemptionInForce[];
};

/** What a scorecard is evaluated with, for a plan as for an evaluation. */
export function inputOf(
  { facts, levels, exemptions }: EvaluationInputs,
  { scorecard, now }: { scorecard: string; now: Date },
): EvaluationInput {
  return {
    facts,
    now,
    exempt: new Set(
      exemptions
        .filter(each => each.scorecard === scorecard && each.until > now)
        .map(({ check }) => check),
    ),
    previousLevel: levels.get(scorecard),
  };
}

type Options = {
  facts: FactReader;
  store: Pick<ScorecardStore, 'readLevels'>;
  exemptions: Pick<ExemptionStore, 'readInForce'>;
};

/** Reads what evaluations and plans decide from, so that they decide alike. */
export class InputReader {
  readonly #options: Options;

  static create(options: Options): InputReader {
    return new InputReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @returns an entry for each entity, of which there are at most 1,000. */
  async read(
    entities: readonly ScopedEntity[],
    scorecards: readonly Pick<ActiveScorecard, 'scorecard'>[],
  ): Promise<Map<string, EvaluationInputs>> {
    const refs = entities.map(({ entityRef }) => entityRef);
    const { facts, store, exemptions } = this.#options;
    const [values, levels, inForce] = await Promise.all([
      facts.read(entities, wantedBy(scorecards)),
      store.readLevels(refs),
      exemptions.readInForce(refs, new Date()),
    ]);
    return new Map(
      refs.map(ref => [
        ref,
        {
          facts: values.get(ref) ?? new Map(),
          levels: levels.get(ref) ?? new Map(),
          exemptions: inForce.get(ref) ?? [],
        },
      ]),
    );
  }
}

function wantedBy(
  scorecards: readonly Pick<ActiveScorecard, 'scorecard'>[],
): Set<string> {
  return new Set(
    scorecards.flatMap(({ scorecard }) =>
      scorecard.checks.flatMap(({ compiled: { condition, when } }) =>
        [...condition.uses, ...(when?.uses ?? [])].map(({ fact }) => fact),
      ),
    ),
  );
}
