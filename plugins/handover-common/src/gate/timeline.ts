import type { CompiledSchedule } from './compiled';
import { Budget, Coverage } from './coverage';
import {
  type ConditionOutcome,
  type TimedCondition,
  outcomeAt,
} from './conditions';
import type { TimedOverride } from './overrides';
import type { Verdict } from './types';

/** Everything that decides the verdict at an instant. */
export type Situation = {
  denies: CompiledSchedule[];
  allows: CompiledSchedule[];
  /** Something that could close the gate could not be read. */
  incomplete: boolean;
  /** What holds if no allow window applies. */
  fallback: 'open' | 'closed';
  conditions: TimedCondition[];
  overrides: TimedOverride[];
};

/**
 * Most intervals of windows that are looked at for one decision. It is enough
 * for two years of a hundred daily windows; what matters usually comes first.
 */
export const MAX_INTERVALS = 20_000;

/**
 * The verdicts from a time up to a horizon. The horizon is nearer if there are
 * too many occurrences.
 *
 * An override in force opens the gate. Otherwise, a failing condition closes
 * it. Otherwise, the windows decide, and a condition with an unknown outcome
 * makes an open gate unknown. Nothing else can change between two boundaries:
 * starts and ends of windows, overrides and outcomes.
 */
export class Timeline {
  readonly #situation: Situation;
  readonly #at: number;
  readonly #horizon: number;
  readonly #denied: Coverage;
  readonly #allowed: Coverage;
  /** Starts and ends of overrides, and ends of outcomes; ascending. */
  readonly #fixed: number[];

  constructor(
    situation: Situation,
    options: { at: number; horizon: number; budget?: Budget },
  ) {
    const { at, horizon, budget = new Budget(MAX_INTERVALS) } = options;
    const range = { from: at, to: horizon, budget };
    this.#situation = situation;
    this.#at = at;
    this.#horizon = horizon;
    this.#denied = new Coverage(situation.denies, range);
    this.#allowed = new Coverage(situation.allows, range);
    this.#fixed = [
      ...situation.overrides.flatMap(({ from, until }) => [from, until]),
      ...situation.conditions.map(({ until }) => until),
    ]
      .filter(instant => instant < horizon)
      .sort((a, b) => a - b);
  }

  /** Up to here the answers are complete. */
  get horizon(): number {
    return Math.min(
      this.#horizon,
      this.#denied.knownUntil,
      this.#allowed.knownUntil,
    );
  }

  /** The verdict at the instant itself, which has no limit. */
  get verdict(): Verdict {
    return this.#verdictOf(this.#at);
  }

  /** Undefined beyond the horizon. */
  #verdictAt(instant: number): Verdict | undefined {
    const verdict = this.#verdictOf(instant);
    return instant < this.horizon ? verdict : undefined;
  }

  #verdictOf(instant: number): Verdict {
    if (this.#isOverridden(instant)) {
      return 'open';
    }
    const conditions = this.#conditionsAt(instant);
    if (conditions === 'fail') {
      return 'closed';
    }
    const verdict = this.#windowsAt(instant);
    return verdict === 'open' && conditions === 'unknown' ? 'unknown' : verdict;
  }

  /** The first later instant with another verdict, if it is before the horizon. */
  nextChange(): number | undefined {
    const { verdict } = this;
    let now: number | undefined = this.#at;
    let found: Verdict | undefined;
    do {
      now = this.#nextCandidate(now);
      found = now === undefined ? undefined : this.#verdictAt(now);
    } while (found === verdict && now !== undefined);
    return found && now;
  }

  /** The first instant, this one or later, at which the gate is open. */
  nextOpening(): number | undefined {
    let now: number | undefined = this.#at;
    while (now !== undefined) {
      const verdict = this.#verdictAt(now);
      if (verdict === 'open') {
        return now;
      }
      if (verdict === undefined) {
        return undefined;
      }
      // No window opens a gate that something else holds.
      now = this.#isHeld(now) ? this.#nextFixed(now) : this.#nextCandidate(now);
    }
    return undefined;
  }

  #isOverridden(instant: number): boolean {
    return this.#situation.overrides.some(
      ({ from, until }) => from <= instant && instant < until,
    );
  }

  /** The worst outcome. */
  #conditionsAt(instant: number): ConditionOutcome {
    const outcomes = this.#situation.conditions.map(condition =>
      outcomeAt(condition, instant),
    );
    return (
      (['fail', 'unknown'] as const).find(worst => outcomes.includes(worst)) ??
      'pass'
    );
  }

  #isHeld(instant: number): boolean {
    return this.#situation.incomplete || this.#conditionsAt(instant) !== 'pass';
  }

  #windowsAt(instant: number): Verdict {
    const { denies, allows, incomplete, fallback } = this.#situation;
    if (this.#isActive(denies, this.#denied, instant)) {
      return 'closed';
    }
    if (incomplete) {
      return 'unknown';
    }
    if (allows.length > 0) {
      return this.#isActive(allows, this.#allowed, instant) ? 'open' : 'closed';
    }
    return fallback;
  }

  /** The first verdict comes from the schedules directly, without a limit. */
  #isActive(
    schedules: CompiledSchedule[],
    coverage: Coverage,
    instant: number,
  ): boolean {
    if (instant === this.#at) {
      return schedules.some(schedule => schedule.activeAt(instant));
    }
    const interval = coverage.at(instant);
    return interval !== undefined && interval.start <= instant;
  }

  /** The first later instant at which the verdict could be another one than now. */
  #nextCandidate(instant: number): number | undefined {
    const fixed = this.#nextFixed(instant);
    if (this.#isOverridden(instant) || this.#conditionsAt(instant) === 'fail') {
      // Windows do not matter until then.
      return fixed;
    }
    const next = Math.min(this.#nextOfWindows(instant), fixed ?? this.#horizon);
    return next < this.horizon ? next : undefined;
  }

  #nextFixed(instant: number): number | undefined {
    return this.#fixed.find(boundary => boundary > instant);
  }

  /**
   * The same of the windows alone, or the horizon. What cannot matter is jumped
   * over: the start of an allow window under a deny window, the end of one of
   * several allow windows.
   */
  #nextOfWindows(instant: number): number {
    const horizon = this.#horizon;
    const { allows, incomplete, fallback } = this.#situation;
    const denied = this.#denied.at(instant);
    if (denied && denied.start <= instant) {
      return denied.end;
    }
    const nextDenied = denied?.start ?? horizon;
    if (incomplete || (allows.length === 0 && fallback === 'open')) {
      return nextDenied;
    }
    if (allows.length === 0) {
      // Closed by default with or without a deny window.
      return horizon;
    }
    const allowed = this.#allowed.at(instant);
    if (!allowed) {
      return horizon;
    }
    return allowed.start <= instant
      ? Math.min(allowed.end, nextDenied)
      : allowed.start;
  }
}
