import type { CompiledSchedule } from './compiled';
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
 * The verdicts of one situation over time, up to a horizon.
 *
 * An override in force opens the gate. Otherwise a condition that fails closes
 * it, then the windows decide, and a condition whose outcome is not known makes
 * an open gate unknown. Nothing else can change between two boundaries: starts
 * and ends of windows, overrides and outcomes.
 */
export class Timeline {
  readonly #situation: Situation;
  readonly #horizon: number;
  /** Starts and ends of overrides, and ends of outcomes; ascending. */
  readonly #fixed: number[];

  constructor(situation: Situation, horizon: number) {
    this.#situation = situation;
    this.#horizon = horizon;
    this.#fixed = [
      ...situation.overrides.flatMap(({ from, until }) => [from, until]),
      ...situation.conditions.map(({ until }) => until),
    ]
      .filter(instant => instant < horizon)
      .sort((a, b) => a - b);
  }

  verdictAt(instant: number): Verdict {
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
  nextChange(instant: number): number | undefined {
    const verdict = this.verdictAt(instant);
    let now: number | undefined = instant;
    do {
      now = this.#nextCandidate(now);
    } while (now !== undefined && this.verdictAt(now) === verdict);
    return now;
  }

  /** The first instant, this one or later, at which the gate is open. */
  nextOpening(instant: number): number | undefined {
    let now: number | undefined = instant;
    while (now !== undefined && this.verdictAt(now) !== 'open') {
      // No window opens a gate that something else holds.
      now = this.#isHeld(now) ? this.#nextFixed(now) : this.#nextCandidate(now);
    }
    return now;
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
    const active = (schedule: CompiledSchedule) => schedule.isActive(instant);
    if (denies.some(active)) {
      return 'closed';
    }
    if (incomplete) {
      return 'unknown';
    }
    if (allows.length > 0) {
      return allows.some(active) ? 'open' : 'closed';
    }
    return fallback;
  }

  /** The first later instant at which the verdict could be another one than now. */
  #nextCandidate(instant: number): number | undefined {
    const fixed = this.#nextFixed(instant);
    if (this.#isOverridden(instant) || this.#conditionsAt(instant) === 'fail') {
      // Windows do not matter until then.
      return fixed;
    }
    const next = Math.min(this.#nextOfWindows(instant), fixed ?? this.#horizon);
    return next < this.#horizon ? next : undefined;
  }

  #nextFixed(instant: number): number | undefined {
    return this.#fixed.find(boundary => boundary > instant);
  }

  /**
   * The same of the windows alone, or the horizon. Boundaries that cannot matter
   * are jumped over: the start of an allow window under a deny window, the end of
   * one of several allow windows.
   */
  #nextOfWindows(instant: number): number {
    const horizon = this.#horizon;
    const { denies, allows, incomplete, fallback } = this.#situation;
    const starts = (schedules: CompiledSchedule[]) =>
      schedules.map(
        schedule => schedule.nextActive(instant + 1, horizon) ?? horizon,
      );
    const ends = (schedules: CompiledSchedule[]) =>
      schedules.map(
        schedule => schedule.activeUntil(instant, horizon) ?? instant,
      );
    const denied = Math.max(instant, ...ends(denies));
    if (denied > instant) {
      return denied;
    }
    if (incomplete || (allows.length === 0 && fallback === 'open')) {
      return Math.min(horizon, ...starts(denies));
    }
    if (allows.length === 0) {
      // Closed by default with or without a deny window.
      return horizon;
    }
    const allowed = Math.max(instant, ...ends(allows));
    return allowed > instant
      ? Math.min(allowed, ...starts(denies))
      : Math.min(horizon, ...starts(allows));
  }
}
