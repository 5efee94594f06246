import {
  Interval,
  IntervalTable,
  byStart,
  coverageOf,
  intervalTable,
  lastAtOrBefore,
} from './intervals';
import { DAY } from './localTime';
import type { Zone } from './zone';

/** A schedule that can be asked about instants, all in milliseconds. */
export interface CompiledSchedule {
  readonly zone: Zone;
  /** The occurrence that is active at an instant; of several the one that ends last. */
  activeAt(instant: number): Interval | undefined;
  /**
   * Until when the schedule is active without a pause, if it is active at an
   * instant; at most `limit`.
   */
  activeUntil(instant: number, limit: number): number | undefined;
  /** The first occurrence that starts in `[from, to)`. */
  nextStart(from: number, to: number): Interval | undefined;
  /** Occurrences that overlap `[from, to)`, sorted by start, at most `limit`. */
  occurrences(from: number, to: number, limit: number): Interval[];
}

/** A schedule that happens once. */
export class SingleSchedule implements CompiledSchedule {
  constructor(readonly zone: Zone, readonly interval: Interval) {}

  activeAt(instant: number) {
    const { start, end } = this.interval;
    return start <= instant && instant < end ? this.interval : undefined;
  }

  activeUntil(instant: number, limit: number) {
    const active = this.activeAt(instant);
    return active && Math.min(active.end, limit);
  }

  nextStart(from: number, to: number) {
    const { start } = this.interval;
    return from <= start && start < to ? this.interval : undefined;
  }

  occurrences(from: number, to: number, limit: number) {
    const { start, end } = this.interval;
    return start < to && end > from && limit > 0 ? [this.interval] : [];
  }
}

/** Where a repeating schedule's occurrences come from. */
export type OccurrenceSource = {
  /** Floating starts in `[from, to)`, in any order. */
  starts(from: number, to: number): Iterable<number>;
  /** End of the occurrence that starts at an instant. */
  end(start: number): number;
  /** No occurrence is longer, in milliseconds. */
  longest: number;
  /** So many occurrences that a table holds a month rather than a year. */
  dense: boolean;
};

type Chunk = IntervalTable & { coverage: IntervalTable };

/** Intervals held by all tables together; the oldest tables go first. */
const MAX_INTERVALS = 500_000;
const held: { chunks: Map<number, Chunk>; key: number; size: number }[] = [];
let heldIntervals = 0;

/** Local days and instants of the same name lie less than this apart. */
const MARGIN = 2 * DAY;

/**
 * A repeating schedule as tables of instants, one a year, which are filled when
 * they are first asked for and searched from then on. What a question costs
 * depends neither on the age of the schedule nor on the length of its rule.
 */
export class TableSchedule implements CompiledSchedule {
  readonly #source: OccurrenceSource;
  readonly #chunks = new Map<number, Chunk>();

  constructor(readonly zone: Zone, source: OccurrenceSource) {
    this.#source = source;
  }

  activeAt(instant: number) {
    const { longest } = this.#source;
    let best: Interval | undefined;
    for (const { starts, ends } of this.#chunksOf(instant - longest, instant)) {
      for (
        let i = lastAtOrBefore(starts, instant);
        i >= 0 && starts[i] + longest > instant;
        i--
      ) {
        // Ends follow starts except around a change of offset.
        if (best && ends[i] + DAY < best.end) {
          break;
        }
        if (ends[i] > instant && (!best || ends[i] > best.end)) {
          best = { start: starts[i], end: ends[i] };
        }
      }
    }
    return best;
  }

  activeUntil(instant: number, limit: number) {
    let covered = instant;
    let extended = true;
    while (extended && covered < limit) {
      extended = false;
      for (const { coverage } of this.#chunksOf(
        covered - this.#source.longest,
        covered,
      )) {
        const i = lastAtOrBefore(coverage.starts, covered);
        if (i >= 0 && coverage.ends[i] > covered) {
          covered = coverage.ends[i];
          extended = true;
        }
      }
    }
    return covered > instant ? Math.min(covered, limit) : undefined;
  }

  nextStart(from: number, to: number) {
    let best: Interval | undefined;
    for (const { starts, ends, begin } of this.#chunksOf(from, to)) {
      // An earlier start cannot be in a table that begins after it.
      if (best && best.start < begin - MARGIN) {
        break;
      }
      const i = lastAtOrBefore(starts, from - 1) + 1;
      if (
        i < starts.length &&
        starts[i] < to &&
        (!best || starts[i] < best.start)
      ) {
        best = { start: starts[i], end: ends[i] };
      }
    }
    return best;
  }

  occurrences(from: number, to: number, limit: number) {
    const { longest } = this.#source;
    const found: Interval[] = [];
    for (const { starts, ends, begin } of this.#chunksOf(from - longest, to)) {
      // Only what starts near the seam of two tables can come out of order.
      const settled =
        found.length >= limit && found[limit - 1].start < begin - MARGIN;
      if (settled) {
        break;
      }
      for (
        let i = lastAtOrBefore(starts, from - longest) + 1;
        i < starts.length && starts[i] < to;
        i++
      ) {
        if (ends[i] > from) {
          found.push({ start: starts[i], end: ends[i] });
        }
      }
      found.sort(byStart);
    }
    return found.slice(0, limit);
  }

  /** Tables of every occurrence that starts in `[from, to]`, and a few more. */
  *#chunksOf(from: number, to: number): Generator<Chunk & { begin: number }> {
    const last = this.#keyOf(to + MARGIN);
    for (let key = this.#keyOf(from - MARGIN); key <= last; key++) {
      yield { ...this.#chunk(key), begin: this.#beginOf(key) };
    }
  }

  #keyOf(floating: number): number {
    const date = new Date(floating);
    const year = date.getUTCFullYear();
    return this.#source.dense ? (year - 1970) * 12 + date.getUTCMonth() : year;
  }

  #beginOf(key: number): number {
    return this.#source.dense ? Date.UTC(1970, key, 1) : Date.UTC(key, 0, 1);
  }

  #chunk(key: number): Chunk {
    const known = this.#chunks.get(key);
    if (known) {
      return known;
    }
    const intervals: Interval[] = [];
    for (const floating of this.#source.starts(
      this.#beginOf(key),
      this.#beginOf(key + 1),
    )) {
      const start = this.zone.toInstant(floating);
      intervals.push({ start, end: this.#source.end(start) });
    }
    const table = intervalTable(intervals);
    const chunk = { ...table, coverage: coverageOf(table) };
    this.#chunks.set(key, chunk);
    holdChunk(this.#chunks, key, chunk.starts.length + 1);
    return chunk;
  }
}

/** Counts a new table and drops the oldest ones where there are too many. */
function holdChunk(chunks: Map<number, Chunk>, key: number, size: number) {
  held.push({ chunks, key, size });
  heldIntervals += size;
  while (heldIntervals > MAX_INTERVALS && held.length > 1) {
    const oldest = held.shift()!;
    oldest.chunks.delete(oldest.key);
    heldIntervals -= oldest.size;
  }
}
