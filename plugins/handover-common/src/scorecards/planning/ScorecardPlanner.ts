import type { ScopedEntity } from '../../entities/types';
import { matchesScope } from '../../entities/matchesScope';
import type { CompiledScorecard } from '../compileScorecard';
import { type EvaluationInput, isCounted } from '../evaluate';
import { evaluateEntity } from '../evaluateEntity';
import { FULFILLED } from '../levelOf';
import type { LevelCounts } from '../responses';
import type { Outcome, ScorecardResult } from '../types';
import { ChangeList } from './ChangeList';
import { CheckTally } from './CheckTally';
import { levelSteps } from './levelSteps';
import { MAX_CAUSES } from './limits';
import type { PlannedChangeKind, PlannedCheck, ScorecardPlan } from './types';

/**
 * A scorecard that is in force.
 *
 * @alpha
 */
export type ScorecardInForce = {
  version: string;
  scorecard: Pick<CompiledScorecard, 'scope' | 'levels' | 'checks'>;
};

/**
 * The result that an entity has now.
 *
 * @alpha
 */
export type ResultInForce = {
  /** Of the scorecard. */
  version: string;
  level?: string;
  levelHeld: boolean;
  /** Of each check that counts, by id. */
  outcomes: Readonly<Record<string, Outcome>>;
};

/**
 * An entity that is or will be in the scope of a scorecard.
 *
 * @alpha
 */
export type PlannedEntity = {
  entity: ScopedEntity;
  /** The main owner. */
  owner?: string;
  /** None if the entity has no result yet. */
  before?: ResultInForce;
  facts: EvaluationInput['facts'];
  exempt?: EvaluationInput['exempt'];
};

type Options = {
  scorecard: CompiledScorecard;
  /** That of the same name, if there is one. */
  current?: ScorecardInForce;
  /** When the change is made. */
  now: Date;
};

/**
 * Predicts what putting a scorecard in force changes. It evaluates entities as
 * the backend will. Their order makes no difference.
 *
 * @alpha
 */
export class ScorecardPlanner {
  readonly #options: Options;
  readonly #ids: { before: string[]; after: string[] };
  readonly #before = noEntities();
  readonly #after = noEntities();
  readonly #tallies = new Map<string, CheckTally>();
  readonly #changes = new ChangeList();
  #outdated = 0;

  static create(options: Options): ScorecardPlanner {
    return new ScorecardPlanner(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const idsOf = (levels: Options['scorecard']['levels'] = []) =>
      levels.map(({ id }) => id);
    this.#ids = {
      before: idsOf(options.current?.scorecard.levels),
      after: idsOf(options.scorecard.levels),
    };
  }

  add(planned: PlannedEntity): void {
    const { scorecard, current, now } = this.#options;
    const { entity, before, facts, exempt } = planned;
    const after = evaluateEntity(scorecard, entity, {
      facts,
      now,
      exempt,
      previousLevel: before?.level,
    });
    if (before) {
      count(this.#before, before);
      for (const [id, outcome] of Object.entries(before.outcomes)) {
        this.#tally(id).addBefore(outcome);
      }
    }
    if (
      current &&
      before?.version !== current.version &&
      matchesScope(entity, current.scorecard.scope)
    ) {
      this.#outdated += 1;
    }
    if (after) {
      count(this.#after, after);
      after.checks.forEach(check => this.#tally(check.id).addAfter(check));
    }
    this.#compare(planned, after);
  }

  finish(): ScorecardPlan {
    const { scorecard, current, now } = this.#options;
    const { name, title } = scorecard.metadata;
    return {
      name,
      title,
      levels: scorecard.levels.map(level => ({
        id: level.id,
        title: level.title,
      })),
      inForce: current !== undefined,
      at: now.toISOString(),
      before: this.#before,
      after: this.#after,
      outdated: this.#outdated,
      checks: this.#checks(),
      ...this.#changes.finish(),
    };
  }

  #tally(id: string): CheckTally {
    const tally = this.#tallies.get(id) ?? new CheckTally();
    this.#tallies.set(id, tally);
    return tally;
  }

  #compare(
    { entity: { entityRef }, owner, before }: PlannedEntity,
    after: ScorecardResult | undefined,
  ): void {
    const steps = levelSteps(before?.level, after?.level, this.#ids);
    const change = kindOf(before, after, steps);
    if (change) {
      this.#changes.add({
        entityRef,
        owner,
        change,
        before: before?.level,
        after: after?.level,
        levelHeld: after?.levelHeld ?? false,
        checks: change === 'lost' ? this.#causes(before!, after!) : [],
        loss: Math.max(0, -steps),
      });
    }
  }

  /**
   * What the level before needs; if there is none any more, what the next one
   * does. What is unknown costs no level while something fails, unless the
   * scorecard says so.
   */
  #causes(before: ResultInForce, after: ScorecardResult): string[] {
    const { checks, unknown } = this.#options.scorecard;
    const rankOf = (id: string | undefined) =>
      this.#ids.after.indexOf(id ?? '');
    const highest = Math.max(rankOf(before.level), rankOf(after.level) + 1);
    const lacking = after.checks.filter(
      ({ counts, outcome }, index) =>
        counts && checks[index].rank <= highest && !FULFILLED.includes(outcome),
    );
    const failing = lacking.filter(({ outcome }) => outcome === 'fail');
    return (unknown === 'keepLevel' && failing.length > 0 ? failing : lacking)
      .slice(0, MAX_CAUSES)
      .map(({ id }) => id);
  }

  #checks(): PlannedCheck[] {
    const { scorecard, current, now } = this.#options;
    const planned: PlannedCheck[] = scorecard.checks.map(check => {
      const { before, after, unknown } = this.#tally(check.id);
      return {
        id: check.id,
        title: check.title,
        level: check.level,
        counts: isCounted(check, now),
        enforcedFrom: check.enforcedFrom,
        before,
        after,
        unknown,
      };
    });
    const ids = new Set(planned.map(({ id }) => id));
    const removed = (current?.scorecard.checks ?? [])
      .filter(({ id }) => !ids.has(id))
      .map(({ id, title, level }) => ({
        id,
        title,
        level,
        counts: false,
        before: this.#tally(id).before,
        unknown: [],
      }));
    return [...planned, ...removed];
  }
}

function kindOf(
  before: ResultInForce | undefined,
  after: ScorecardResult | undefined,
  steps: number,
): PlannedChangeKind | undefined {
  if (!before) {
    return after && 'entered';
  }
  if (!after) {
    return 'left';
  }
  if (steps !== 0) {
    return steps < 0 ? 'lost' : 'gained';
  }
  return before.level === after.level ? undefined : 'renamed';
}

function noEntities(): LevelCounts {
  return { entities: 0, levels: {}, held: 0 };
}

function count(
  counts: LevelCounts,
  { level = 'none', levelHeld }: { level?: string; levelHeld: boolean },
): void {
  counts.entities += 1;
  counts.levels[level] = (counts.levels[level] ?? 0) + 1;
  counts.held += Number(levelHeld);
}
