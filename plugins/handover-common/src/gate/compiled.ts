import { type Interval, byStart } from './intervals';
import type { LocalStarts, Run } from './localStarts';
import { DAY } from './localTime';
import type { Zone } from './zone';

/** A schedule that can be asked about instants, all in milliseconds. */
export interface CompiledSchedule {
  readonly zone: Zone;
  /** The occurrence that is active at an instant; of several the one that ends last. */
  activeAt(instant: number): Interval | undefined;
  /** The first occurrence that starts in `[from, to)`. */
  nextStart(from: number, to: number): Interval | undefined;
  /** Occurrences that overlap `[from, to)`, sorted by start, at most `limit`. */
  occurrences(from: number, to: number, limit: number): Interval[];
  /**
   * The intervals of the occurrences from a time on, up to those that start
   * before `to`. They are sorted by start, can overlap, and are computed
   * lazily.
   */
  coverage(from: number, to: number): Iterable<Interval>;
  /**
   * The floating times, as written, at which occurrences start in the floating
   * range `[from, to)`; sorted, at most `limit`.
   */
  localStarts(from: number, to: number, limit: number): number[];
}

/** A schedule that happens once. */
export class SingleSchedule implements CompiledSchedule {
  readonly #start: number;

  /** @param start - The floating time, as written, that the interval starts at. */
  constructor(readonly zone: Zone, readonly interval: Interval, start: number) {
    this.#start = start;
  }

  activeAt(instant: number) {
    const { start, end } = this.interval;
    return start <= instant && instant < end ? this.interval : undefined;
  }

  nextStart(from: number, to: number) {
    const { start } = this.interval;
    return from <= start && start < to ? this.interval : undefined;
  }

  occurrences(from: number, to: number, limit: number) {
    const { start, end } = this.interval;
    return start < to && end > from && limit > 0 ? [this.interval] : [];
  }

  coverage(from: number, to: number) {
    return this.occurrences(from, to, 1);
  }

  localStarts(from: number, to: number, limit: number) {
    return from <= this.#start && this.#start < to && limit > 0
      ? [this.#start]
      : [];
  }
}

/** Where a repeating schedule's occurrences come from. */
export type OccurrenceSource = {
  starts: LocalStarts;
  /** The instant at which the occurrence that starts at a floating time ends. */
  end(start: number): number;
  /** How long an occurrence lasts on the clock. */
  length: number;
  /** Starts that are no further apart have occurrences without a pause. */
  reach: number;
};

/** Floating times differ from instants by less. */
const MARGIN = 2 * DAY;

/**
 * A repeating schedule. Every question walks through the starts near the instant
 * that it is about: what it costs depends neither on the age of the schedule nor
 * on how many occurrences there are elsewhere.
 */
export class RepeatingSchedule implements CompiledSchedule {
  readonly #source: OccurrenceSource;

  constructor(readonly zone: Zone, source: OccurrenceSource) {
    this.#source = source;
  }

  activeAt(instant: number) {
    const { starts, end, length } = this.#source;
    const { zone } = this;
    const now = zone.toFloating(instant);
    const ahead = zone.spreadNear(now);
    let best: Interval | undefined;
    let limit = now - length - MARGIN;
    let found = false;
    for (const floating of starts.descending(limit, now + ahead + 1)) {
      if (floating < limit) {
        break;
      }
      const start = zone.toInstant(floating);
      if (start <= instant) {
        const until = end(floating);
        if (until > instant && !(best && until <= best.end)) {
          best = { start, end: until };
        }
        if (!found) {
          // Ends follow starts except around a change of offset.
          found = true;
          limit =
            floating -
            zone.spreadNear(floating) -
            zone.spreadNear(floating + length);
        }
      }
    }
    return best;
  }

  nextStart(from: number, to: number) {
    for (const interval of this.#ordered(this.#single(from, to))) {
      if (interval.start >= from) {
        return interval.start < to ? interval : undefined;
      }
    }
    return undefined;
  }

  occurrences(from: number, to: number, limit: number) {
    const found: Interval[] = [];
    const begin = this.#earliestStart(from);
    for (const interval of this.#ordered(this.#single(begin, to))) {
      if (interval.start >= to || found.length >= limit) {
        break;
      }
      if (interval.end > from) {
        found.push(interval);
      }
    }
    return found;
  }

  *coverage(from: number, to: number) {
    const active = this.activeAt(from);
    if (active) {
      yield active;
    }
    for (const interval of this.#ordered(this.#runs(from, to))) {
      if (interval.start >= to) {
        return;
      }
      if (interval.end > from) {
        yield interval;
      }
    }
  }

  localStarts(from: number, to: number, limit: number) {
    const found: number[] = [];
    for (const start of this.#source.starts.ascending(from, to)) {
      if (found.length >= limit) {
        break;
      }
      found.push(start);
    }
    return found;
  }

  /** No occurrence that starts before lasts until an instant. */
  #earliestStart(instant: number): number {
    const begin = instant - this.#source.length;
    // On the clock it may be longer by all changes of the offset in between.
    let { offset } = this.zone.segmentAt(begin - MARGIN);
    let slack = 0;
    for (const change of this.zone.changesIn(
      begin - MARGIN,
      instant + MARGIN,
    )) {
      slack += Math.abs(change.offset - offset);
      offset = change.offset;
    }
    return begin - slack;
  }

  /** Floating times that include those of the instants `[from, to)`. */
  #floating(from: number, to: number): [number, number] {
    const { zone } = this;
    const first = zone.toFloating(from);
    return [first - zone.spreadNear(first), to + MARGIN];
  }

  *#single(from: number, to: number): Generator<Run> {
    const { starts } = this.#source;
    for (const first of starts.ascending(...this.#floating(from, to))) {
      yield { first, last: first };
    }
  }

  /** Runs as one, except around a change of offset. */
  *#runs(from: number, to: number): Generator<Run> {
    const { starts, length, reach } = this.#source;
    if (!starts.runs) {
      yield* this.#single(from, to);
      return;
    }
    const { zone } = this;
    for (const run of starts.runs(...this.#floating(from, to), reach)) {
      const { first, last } = run;
      if (zone.isSteady(first, last) && zone.isSteady(last, last + length)) {
        yield run;
      } else {
        for (const start of starts.ascending(first, last + 1)) {
          yield { first: start, last: start };
        }
      }
    }
  }

  /** The occurrences of runs by start and then end. */
  *#ordered(runs: Iterable<Run>): Generator<Interval> {
    const { end } = this.#source;
    const { zone } = this;
    // Around a change of offset, later local times can be earlier instants.
    const waiting: Interval[] = [];
    for (const { first, last } of runs) {
      const start = zone.toInstant(first);
      const settled = first - zone.maxOffsetNear(first);
      while (waiting.length > 0 && waiting[0].start < settled) {
        yield waiting.shift()!;
      }
      const interval = { start, end: end(last) };
      if (waiting.length === 0 && start === settled) {
        yield interval;
      } else {
        insert(waiting, interval);
      }
    }
    yield* waiting;
  }
}

/** Keeps the order, and leaves out what is there already. */
function insert(sorted: Interval[], interval: Interval): void {
  let i = sorted.length;
  while (i > 0 && byStart(sorted[i - 1], interval) > 0) {
    i -= 1;
  }
  if (i === 0 || byStart(sorted[i - 1], interval) !== 0) {
    sorted.splice(i, 0, interval);
  }
}
