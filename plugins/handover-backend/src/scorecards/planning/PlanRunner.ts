import {
  type CompiledScorecard,
  type FactSchema,
  ScorecardPlanner,
  parseScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { matchesScope } from '@backstage-handover/plugin-handover-common/entities';
import type {
  ScorecardPlan,
  ScorecardPlanResult,
} from '@backstage-handover/plugin-handover-common';
import { ServiceUnavailableError } from '@backstage/errors';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  EntitiesService,
  EntityFilter,
  MirroredEntity,
} from '../../entities/EntitiesService';
import { withinTime } from '../../withinTime';
import type { ActiveScorecard, ActiveScorecards } from '../ActiveScorecards';
import { type InputReader, inputOf } from '../InputReader';
import type { PlanQuery } from '../ScorecardsService';
import type { ScorecardStore } from '../store';
import { TaskQueue } from './TaskQueue';

type Options = {
  store: Pick<ScorecardStore, 'readInForce'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
  entities: Pick<EntitiesService, 'find'>;
  inputs: InputReader;
  facts: FactSchema;
  /** Kinds of entities that are evaluated. */
  kinds: readonly string[];
};

/** Plans that wait while another one is made. */
const MAX_WAITING = 3;

/** How long a plan may take, so that a slow source does not hold up the others. */
const TIMEOUT_MS = 5 * 60_000;

/** Entities that are read together. */
const BATCH = 500;

/** How long requests of others may wait for a plan. */
const MAX_TURN_MS = 10;

/**
 * Predicts what putting a scorecard in force changes. A plan reads and computes
 * as much as an evaluation of all entities, so each process makes one at a time.
 */
export class PlanRunner {
  readonly #options: Options;
  readonly #queue = TaskQueue.create({
    maxWaiting: MAX_WAITING,
    what: 'plans of scorecards',
  });

  static create(options: Options): PlanRunner {
    return new PlanRunner(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async plan(
    query: PlanQuery,
    { signal }: { signal?: AbortSignal },
  ): Promise<ScorecardPlanResult> {
    return this.#queue.run(
      async () => {
        const { scorecard, problems } = parseScorecard(
          query.yaml,
          this.#options.facts,
        );
        if (!scorecard) {
          return { valid: false, problems };
        }
        const plan = await withinTime(
          timeout =>
            this.#plan(scorecard, {
              filter: query.filter,
              signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
            }),
          {
            timeoutMs: TIMEOUT_MS,
            timedOut: () =>
              new ServiceUnavailableError(
                `The plan of '${scorecard.metadata.name}' took longer than ${
                  TIMEOUT_MS / 60_000
                } minutes`,
              ),
          },
        );
        return { valid: true, problems, plan };
      },
      { signal },
    );
  }

  async #plan(
    scorecard: CompiledScorecard,
    options: { filter?: EntityFilter; signal: AbortSignal },
  ): Promise<ScorecardPlan> {
    const { scorecards, entities } = this.#options;
    const now = new Date();
    const current = (await scorecards.list()).find(
      ({ name }) => name === scorecard.metadata.name,
    );
    const planner = ScorecardPlanner.create({ scorecard, current, now });
    const filter = this.#filterOf(scorecard, current, options.filter);
    let cursor: string | undefined;
    do {
      options.signal.throwIfAborted();
      const page = await entities.find({ filter, limit: BATCH, cursor });
      await this.#addPage(page.items, {
        planner,
        scorecard,
        now,
        signal: options.signal,
      });
      cursor = page.nextCursor;
    } while (cursor);
    return planner.finish();
  }

  /** Entities that can have a result now or after the change. */
  #filterOf(
    { scope }: CompiledScorecard,
    current: ActiveScorecard | undefined,
    filter: EntityFilter | undefined,
  ): EntityFilter {
    return {
      allOf: [
        { key: 'kind', values: [...this.#options.kinds] },
        {
          anyOf: [
            { scope },
            ...(current ? [{ scope: current.scorecard.scope }] : []),
          ],
        },
        ...(filter ? [filter] : []),
      ],
    };
  }

  async #addPage(
    entities: readonly MirroredEntity[],
    options: {
      planner: ScorecardPlanner;
      scorecard: CompiledScorecard;
      now: Date;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const { store, inputs } = this.#options;
    const { planner, scorecard, now, signal } = options;
    const { name } = scorecard.metadata;
    const [read, inForce] = await Promise.all([
      inputs.read(
        entities.filter(entity => matchesScope(entity, scorecard.scope)),
        [{ scorecard }],
      ),
      store.readInForce(
        name,
        entities.map(({ entityRef }) => entityRef),
      ),
    ]);
    let turn = performance.now();
    for (const entity of entities) {
      const found = read.get(entity.entityRef);
      const { facts, exempt } = found
        ? inputOf(found, { scorecard: name, now })
        : // Nobody asks for the facts of what is not in the scope.
          { facts: new Map() };
      planner.add({
        entity,
        owner: entity.owner,
        before: inForce.get(entity.entityRef),
        facts,
        exempt,
      });
      if (performance.now() - turn > MAX_TURN_MS) {
        await nextTurn();
        signal.throwIfAborted();
        turn = performance.now();
      }
    }
  }
}
