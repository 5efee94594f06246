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
import type { ExemptionInForce, ExemptionStore } from './store/exemptions';
import type { FactReader } from './facts/FactReader';
import { type Evaluated, SCORECARDS_TOPIC, type ScorecardStore } from './store';

/** A claimed entity, with everything that its evaluation needs. */
export type EvaluationItem = WorkItem & {
  /** Absent if the catalog does not have it any more. */
  entity?: ScopedEntity;
  facts: FactValues;
  /** When they were read. */
  readAt: Date;
  scorecards: readonly ActiveScorecard[];
  /** The levels that it has now, by scorecard. */
  levels: ReadonlyMap<string, string>;
  exemptions: readonly ExemptionInForce[];
  revision: number;
  /** When facts change by themselves. */
  changesAt?: Date;
};

/** How soon an entity is evaluated again whose handover was never looked for. */
const UNREAD_MS = 60_000;

/** How soon entities are tried again whose facts could not be loaded. */
const RETRY_MS = 60_000;

/** How soon an entity is evaluated again for which something is unknown. */
const UNKNOWN_MS = 30 * 60_000;

type Options = {
  queue: WorkQueue;
  store: ScorecardStore;
  scorecards: ActiveScorecards;
  entities: Pick<EntitiesService, 'getMany'>;
  documents: DocumentFactReader;
  exemptions: Pick<ExemptionStore, 'readInForce'>;
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
    const { queue } = this.#options;
    const claimed = await queue.claim(SCORECARDS_TOPIC, options);
    if (claimed.length === 0) {
      return [];
    }
    try {
      return await this.#load(claimed);
    } catch (error) {
      // Others need not wait until the claims expire.
      const dueAt = new Date(this.#now().getTime() + RETRY_MS);
      await queue.settle(
        SCORECARDS_TOPIC,
        claimed.map(({ key, claimToken }) => ({
          key,
          claimToken,
          dueAt,
          result: 'failed' as const,
        })),
      );
      throw error;
    }
  }

  async #load(claimed: readonly WorkItem[]): Promise<EvaluationItem[]> {
    const { entities, documents, facts, scorecards, store, exemptions } =
      this.#options;
    const readAt = this.#now();
    const refs = claimed.map(({ key }) => key);
    const [active, found, levels, states, exempt] = await Promise.all([
      scorecards.list(),
      entities.getMany(refs),
      store.readLevels(refs),
      documents.readFactStates(refs, { withWindows: false }),
      exemptions.readInForce(refs, readAt),
    ]);
    const values = await facts.read(found, wantedBy(active));
    const byRef = new Map(found.map(entity => [entity.entityRef, entity]));
    return claimed.map(item => ({
      ...item,
      entity: byRef.get(item.key),
      facts: values.get(item.key) ?? new Map(),
      readAt,
      scorecards: active,
      levels: levels.get(item.key) ?? new Map(),
      exemptions: exempt.get(item.key) ?? [],
      revision: states.get(item.key)?.revision ?? 0,
      // A handover that was never looked for will be soon.
      changesAt: states.has(item.key)
        ? states.get(item.key)?.reviewDueAt
        : new Date(readAt.getTime() + UNREAD_MS),
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
    const results = inScope.map(({ name, version, scorecard }) => {
      const result = evaluateScorecard(scorecard, {
        facts: item.facts,
        now,
        exempt: new Set(
          item.exemptions
            .filter(each => each.scorecard === name && each.until > now)
            .map(({ check }) => check),
        ),
        previousLevel: item.levels.get(name),
      });
      return {
        ...result,
        scorecard: name,
        version,
        rank: scorecard.levels.findIndex(({ id }) => id === result.level),
      };
    });
    const isUnknown = results.some(({ weights }) => weights.unknown > 0);
    return {
      dueAt: this.#dueAt(item, now, isUnknown ? UNKNOWN_MS : undefined),
      readAt: item.readAt,
      revision: item.revision,
      results,
    };
  }

  async record(
    done: { item: EvaluationItem; result: Omit<Evaluated, 'item'> }[],
  ): Promise<void> {
    await this.#options.store.record(
      done.map(({ item, result }) => ({ item, ...result })),
    );
  }

  /**
   * After the interval, or when a review or an exemption ends or a check begins
   * to count.
   */
  #dueAt(
    { scorecards, exemptions, changesAt }: EvaluationItem,
    now: Date,
    soonestMs = Infinity,
  ): Date {
    const times = [
      ...(changesAt ? [changesAt] : []),
      ...exemptions.map(({ until }) => until),
      ...scorecards.flatMap(({ scorecard }) =>
        scorecard.checks.flatMap(({ enforcedFrom }) =>
          enforcedFrom ? [new Date(`${enforcedFrom}T00:00:00Z`)] : [],
        ),
      ),
    ].filter(time => time > now);
    const waitMs = Math.min(this.#options.intervalMs, soonestMs);
    const due = spreadDueAt(waitMs, { now: now.getTime() });
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
