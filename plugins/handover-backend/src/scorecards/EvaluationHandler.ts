import {
  matchesScope,
  type ScopedEntity,
} from '@backstage-handover/plugin-handover-common/entities';
import type { InitiativeProgress } from '@backstage-handover/plugin-handover-common';
import {
  evaluateEntity,
  initiativeProgress,
  isEvaluable,
  type ScorecardResult,
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
import {
  type EvaluationInputs,
  type InputReader,
  inputOf,
} from './InputReader';
import { type Evaluated, SCORECARDS_TOPIC, type ScorecardStore } from './store';
import type { InitiativeStore, OpenInitiative } from './store/initiatives';

/** An initiative whose scorecard has its target. */
type AskedInitiative = { initiative: OpenInitiative; active: ActiveScorecard };

/** A claimed entity, with everything that its evaluation needs. */
export type EvaluationItem = WorkItem &
  EvaluationInputs & {
    /** Absent if the catalog does not have it any more. */
    entity?: ScopedEntity;
    /** When the facts were read. */
    readAt: Date;
    scorecards: readonly ActiveScorecard[];
    initiatives: readonly AskedInitiative[];
    revision: number;
    /** When facts change by themselves. */
    changesAt?: Date;
  };

/** Of an entity that is gone. */
const NO_INPUTS: EvaluationInputs = {
  facts: new Map(),
  levels: new Map(),
  exemptions: [],
};

/** How soon an entity is evaluated again whose handover was never looked for. */
const UNREAD_MS = 60_000;

/** How soon entities are tried again whose facts could not be loaded. */
const RETRY_MS = 60_000;

/** How soon an entity is evaluated again for which something is unknown. */
const UNKNOWN_MS = 30 * 60_000;

type Options = {
  queue: WorkQueue;
  store: Pick<ScorecardStore, 'record'>;
  initiatives: Pick<InitiativeStore, 'listOpen'>;
  scorecards: ActiveScorecards;
  entities: Pick<EntitiesService, 'getMany'>;
  documents: Pick<DocumentFactReader, 'readRevisions'>;
  inputs: InputReader;
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
    const { entities, documents, inputs, scorecards, initiatives } =
      this.#options;
    const readAt = this.#now();
    const refs = claimed.map(({ key }) => key);
    const [active, found, revisions, open] = await Promise.all([
      scorecards.list(),
      entities.getMany(refs),
      documents.readRevisions(refs),
      initiatives.listOpen(),
    ]);
    const read = await inputs.read(found, active);
    const asked = askedOf(open, active);
    const byRef = new Map(found.map(entity => [entity.entityRef, entity]));
    return claimed.map(item => ({
      ...item,
      ...(read.get(item.key) ?? NO_INPUTS),
      entity: byRef.get(item.key),
      readAt,
      scorecards: active,
      initiatives: asked,
      revision: revisions.get(item.key)?.revision ?? 0,
      // A handover that was never looked for will be soon.
      changesAt: revisions.has(item.key)
        ? revisions.get(item.key)?.reviewDueAt
        : new Date(readAt.getTime() + UNREAD_MS),
    }));
  }

  async work(item: EvaluationItem): Promise<Omit<Evaluated, 'item'>> {
    const now = this.#now();
    const { entity } = item;
    const results = item.scorecards.flatMap(({ name, version, scorecard }) => {
      const result =
        entity &&
        evaluateEntity(
          scorecard,
          entity,
          inputOf(item, { scorecard: name, now }),
        );
      return result
        ? [
            {
              ...result,
              scorecard: name,
              version,
              rank: scorecard.levels.findIndex(({ id }) => id === result.level),
            },
          ]
        : [];
    });
    const isUnknown = results.some(({ weights }) => weights.unknown > 0);
    return {
      dueAt: this.#dueAt(item, now, isUnknown ? UNKNOWN_MS : undefined),
      readAt: item.readAt,
      revision: item.revision,
      results,
      initiatives: progressOf(
        item,
        new Map(results.map(result => [result.scorecard, result])),
      ),
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

/**
 * Initiatives whose scorecard or target is gone are not asked: their entities
 * stay as they are.
 */
function askedOf(
  initiatives: readonly OpenInitiative[],
  scorecards: readonly ActiveScorecard[],
): AskedInitiative[] {
  return initiatives.flatMap(initiative => {
    const active = scorecards.find(({ name }) => name === initiative.scorecard);
    return active && isEvaluable(initiative.target, active.scorecard)
      ? [{ initiative, active }]
      : [];
  });
}

function progressOf(
  { entity, initiatives }: EvaluationItem,
  results: ReadonlyMap<string, ScorecardResult>,
): Evaluated['initiatives'] {
  const progress = new Map<string, InitiativeProgress>();
  for (const { initiative, active } of initiatives) {
    const { id, target, scope = {} } = initiative;
    const result = results.get(active.name);
    const reached =
      entity &&
      result &&
      matchesScope(entity, scope) &&
      initiativeProgress(active.scorecard, result.checks, target);
    if (reached) {
      progress.set(id, reached);
    }
  }
  return { asked: initiatives.map(each => each.initiative.id), progress };
}
