import { didYouMean } from '@backstage-handover/plugin-handover-common/environments';
import { InputError } from '@backstage/errors';
import type { LevelSource } from '../documents/LevelSource';
import type { EntityFilter } from '../entities/EntitiesService';
import type { ActiveScorecard, ActiveScorecards } from './ActiveScorecards';
import type { ScorecardStore } from './store';

/** In filters and answers: below the lowest level. */
const NONE = 'none';

type Options = {
  store: Pick<ScorecardStore, 'listByLevel' | 'readLevels'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
};

/** The levels of the scorecards in force. Checks no permissions. */
export class FleetLevels implements LevelSource {
  readonly #options: Options;

  static create(options: Options): FleetLevels {
    return new FleetLevels(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async toFilter(levels: readonly string[]): Promise<EntityFilter> {
    const { scorecards, store } = this.#options;
    const active = await scorecards.list();
    const values = await store.listByLevel(
      levels.map(each => parseLevel(each, active)),
    );
    return { key: 'entityRef', values };
  }

  async read(
    entityRefs: string[],
  ): Promise<Map<string, Record<string, string>>> {
    const { scorecards, store } = this.#options;
    const active = await scorecards.list();
    if (active.length === 0) {
      return new Map();
    }
    const levels = await store.readLevels(entityRefs);
    return new Map(
      [...levels].map(([ref, byScorecard]) => [
        ref,
        Object.fromEntries(
          active.flatMap(({ name }) =>
            byScorecard.has(name)
              ? [[name, byScorecard.get(name) ?? NONE]]
              : [],
          ),
        ),
      ]),
    );
  }
}

function parseLevel(
  text: string,
  active: readonly ActiveScorecard[],
): { scorecard: string; level: string } {
  const [scorecard, level = ''] = text.split(':');
  const found = active.find(({ name }) => name === scorecard);
  if (!found) {
    throw new InputError(
      `level: no scorecard '${scorecard}' is in force${didYouMean(
        scorecard,
        active.map(({ name }) => name),
      )}`,
    );
  }
  const ids = [NONE, ...found.scorecard.levels.map(({ id }) => id)];
  if (!ids.includes(level)) {
    throw new InputError(
      `level: '${scorecard}' has no level '${level}'${didYouMean(level, ids)}`,
    );
  }
  return { scorecard, level };
}
