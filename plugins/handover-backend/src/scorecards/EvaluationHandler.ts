import { matchesScope } from '@backstage-handover/plugin-handover-common/entities';
import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';
import {
  type FactValues,
  evaluateScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { EntitiesService } from '../entities/EntitiesService';
import {
  spreadDueAt,
  type WorkHandler,
  type WorkItem,
  type WorkQueue,
} from '../queue';
import type { DocumentFactReader } from '../documents/DocumentFactReader';
import type { ActiveScorecard, ActiveScorecards } from './ActiveScorecards';
import type { FactReader } from './facts/FactReader';
import { type Evaluated, SCORECARDS_TOPIC, type ScorecardStore } from './store';

/** A claimed entity, with everything that its evaluation needs. */
export type EvaluationItem = WorkItem & {
  /** Absent if the catalog does not have it any more. */
  entity?: ScopedEntity;
  facts: FactValues;
  scorecards: readonly ActiveScorecard[];
  /** The levels that it has now, by scorecard. */
  levels: ReadonlyMap<string, string>;
  revision: number;
  /** When facts change by themselves. */
  changesAt?: Date;
};

/** How soon an entity is evaluated again whose handover was never looked for. */
const UNREAD_MS = 60_000;

type Options = {
  queue: WorkQueue;
  store: ScorecardStore;
  scorecards: ActiveScorecards;
  entities: Pick<EntitiesService, 'getMany'>;
  documents: DocumentFactReader;
  facts: FactReader;
  /** How long after its evaluation an entity is due again. */
  intervalMs: number;
  now?: () => Date;
};

/** Evaluates the scorecards of entities that are due. */
export class EvaluationHandler
  implements WorkHandler<EvaluationItem, Omit<Evaluated, 'item'>>
{
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): EvaluationHandler {
    return new EvaluationHandler(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<EvaluationItem[]> {
    const { queue, entities, documents, facts, scorecards, store } =
      this.#options;
    const claimed = await queue.claim(SCORECARDS_TOPIC, options);
    if (claimed.length === 0) {
      return [];
    }
    const refs = claimed.map(({ key }) => key);
    const [active, found, levels, states] = await Promise.all([
      scorecards.list(),
      entities.getMany(refs),
      store.readLevels(refs),
      documents.readFactStates(refs, { withWindows: false }),
    ]);
    const values = await facts.read(found, wantedBy(active));
    const byRef = new Map(found.map(entity => [entity.entityRef, entity]));
    return claimed.map(item => ({
      ...item,
      entity: byRef.get(item.key),
      facts: values.get(item.key) ?? new Map(),
      scorecards: active,
      levels: levels.get(item.key) ?? new Map(),
      revision: states.get(item.key)?.revision ?? 0,
      // A handover that was never looked for will be soon.
      changesAt: states.has(item.key)
        ? states.get(item.key)?.reviewDueAt
        : new Date(this.#now().getTime() + UNREAD_MS),
    }));
  }

  async work(item: EvaluationItem): Promise<Omit<Evaluated, 'item'>> {
    const now = this.#now();
    const { entity } = item;
    const inScope = entity
      ? item.scorecards.filter(({ scorecard }) =>
          matchesScope(entity, scorecard.scope),
        )
      : [];
    return {
      dueAt: this.#dueAt(item, now),
      revision: item.revision,
      results: inScope.map(({ name, version, scorecard }) => {
        const result = evaluateScorecard(scorecard, {
          facts: item.facts,
          now,
          previousLevel: item.levels.get(name),
        });
        return {
          ...result,
          scorecard: name,
          version,
          rank: scorecard.levels.findIndex(({ id }) => id === result.level),
        };
      }),
    };
  }

  async record(
    done: { item: EvaluationItem; result: Omit<Evaluated, 'item'> }[],
  ): Promise<void> {
    await this.#options.store.record(
      done.map(({ item, result }) => ({ item, ...result })),
    );
  }

  /** After the interval, or when a review ends or a check begins to count. */
  #dueAt({ scorecards, changesAt }: EvaluationItem, now: Date): Date {
    const times = [
      ...(changesAt ? [changesAt] : []),
      ...scorecards.flatMap(({ scorecard }) =>
        scorecard.checks.flatMap(({ enforcedFrom }) =>
          enforcedFrom ? [new Date(`${enforcedFrom}T00:00:00Z`)] : [],
        ),
      ),
    ].filter(time => time > now);
    const due = spreadDueAt(this.#options.intervalMs, { now: now.getTime() });
    return new Date(
      Math.min(due.getTime(), ...times.map(time => time.getTime())),
    );
  }
}

function wantedBy(scorecards: readonly ActiveScorecard[]): Set<string> {
  return new Set(
    scorecards.flatMap(({ scorecard }) =>
      scorecard.checks.flatMap(({ compiled: { condition, when } }) =>
        [...(when?.uses ?? []), ...condition.uses].map(({ fact }) => fact),
      ),
    ),
  );
}
