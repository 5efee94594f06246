import { matchesScope } from '@backstage-handover/plugin-handover-common/entities';
import type { ScorecardLevel } from '@backstage-handover/plugin-handover-common';
import {
  levelOutlook,
  type LevelSpan,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { EntitiesService } from '../entities/EntitiesService';
import type { DocumentFactReader } from '../documents/DocumentFactReader';
import type { ActiveScorecard, ActiveScorecards } from './ActiveScorecards';
import type { ScorecardStore, StoredResult } from './store';
import type { ExemptionStore } from './store/exemptions';

/** What is known of the level of an entity on a scorecard. */
export type LevelReading =
  /** No scorecard in force has the name. */
  | { state: 'noScorecard'; names: string[] }
  /** The entity is not in its scope, or was not evaluated yet. */
  | { state: 'outOfScope' | 'notEvaluated'; levels: readonly ScorecardLevel[] }
  | {
      /**
       * `outdated`: it is of a former version of the scorecard, or so old that
       * evaluations must have stopped.
       */
      state: 'evaluated' | 'outdated';
      levels: readonly ScorecardLevel[];
      /** Id of the level. None below the lowest. */
      level?: string;
      /** Whether the level is only the last known one. */
      levelHeld: boolean;
      /** RFC 3339. */
      evaluatedAt: string;
    };

/** Every entity is due again within an interval, so none should be this late. */
const LATE_INTERVALS = 2;

type Options = {
  store: Pick<ScorecardStore, 'readResults'>;
  scorecards: ActiveScorecards;
  exemptions: Pick<ExemptionStore, 'readInForce'>;
  documents: Pick<DocumentFactReader, 'readRevisions'>;
  entities: Pick<EntitiesService, 'getMany'>;
  /** How long after its evaluation an entity is due again. */
  intervalMs: number;
  now?: () => Date;
};

/** Reads the level that an entity has for certain. Checks no permissions. */
export class LevelReader {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): LevelReader {
    return new LevelReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** @param entityRef - Full and in lower case. */
  async read(entityRef: string, name: string): Promise<LevelReading> {
    return (await this.#read(entityRef, name)).reading;
  }

  /**
   * Reads the levels that an entity can have now and later. There are none unless
   * it was evaluated with the current version of the scorecard.
   *
   * @param entityRef - Full and in lower case.
   */
  async readOutlook(
    entityRef: string,
    name: string,
  ): Promise<{ reading: LevelReading; spans: LevelSpan[] }> {
    const { exemptions, documents } = this.#options;
    const [{ reading, found, result }, inForce, revisions] = await Promise.all([
      this.#read(entityRef, name),
      exemptions.readInForce([entityRef], this.#now()),
      documents.readRevisions([entityRef]),
    ]);
    if (reading.state !== 'evaluated' || !found || !result) {
      return { reading, spans: [] };
    }
    const spans = levelOutlook(found.scorecard, result.checks, {
      evaluatedAt: new Date(reading.evaluatedAt),
      exemptUntil: new Map(
        (inForce.get(entityRef) ?? [])
          .filter(({ scorecard }) => scorecard === name)
          .map(({ check, until }) => [check, until]),
      ),
      reviewDueAt: revisions.get(entityRef)?.reviewDueAt,
    });
    return { reading, spans };
  }

  async #read(
    entityRef: string,
    name: string,
  ): Promise<{
    reading: LevelReading;
    found?: ActiveScorecard;
    result?: StoredResult;
  }> {
    const { scorecards, store, entities, intervalMs } = this.#options;
    const [active, results] = await Promise.all([
      scorecards.list(),
      store.readResults([entityRef]),
    ]);
    const found = active.find(each => each.name === name);
    if (!found) {
      const names = active.map(each => each.name);
      return { reading: { state: 'noScorecard', names } };
    }
    const { levels, scope } = found.scorecard;
    const result = results
      .get(entityRef)
      ?.find(({ scorecard }) => scorecard === name);
    if (!result) {
      const [entity] = await entities.getMany([entityRef]);
      const inScope = !entity || matchesScope(entity, scope);
      const state = inScope ? 'notEvaluated' : 'outOfScope';
      return { reading: { state, levels } };
    }
    const { level, levelHeld, evaluatedAt } = result;
    const age = this.#now().getTime() - Date.parse(evaluatedAt);
    const isOutdated =
      result.version !== found.version || age > LATE_INTERVALS * intervalMs;
    return {
      reading: {
        state: isOutdated ? 'outdated' : 'evaluated',
        levels,
        level,
        levelHeld,
        evaluatedAt,
      },
      found,
      result,
    };
  }
}
