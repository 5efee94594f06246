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
  isActive(instant: number): boolean;
  /** The occurrence that is active at an instant; of several the one that ends last. */
  activeAt(instant: number): Interval | undefined;
  /**
   * Until when the schedule is active without a pause, if it is active at an
   * instant; at most `limit`.
   */
  activeUntil(instant: number, limit: number): number | undefined;
  /** The first instant in `[from, to)` at which activity begins. Ask while it is not active. */
  nextActive(from: number, to: number): number | undefined;
  /** The occurrence that begins at {@link nextActive}. */
  nextStart(from: number, to: number): Interval | undefined;
  /** Occurrences that overlap `[from, to)`, sorted by start, at most `limit`. */
  occurrences(from: number, to: number, limit: number): Interval[];
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

  isActive(instant: number) {
    return this.activeAt(instant) !== undefined;
  }

  activeAt(instant: number) {
    const { start, end } = this.interval;
    return start <= instant && instant < end ? this.interval : undefined;
  }

  activeUntil(instant: number, limit: number) {
    const active = this.activeAt(instant);
    return active && Math.min(active.end, limit);
  }

  nextActive(from: number, to: number) {
    return this.nextStart(from, to)?.start;
  }

  nextStart(from: number, to: number) {
    const { start } = this.interval;
    return from <= start && start < to ? this.interval : undefined;
  }

  occurrences(from: number, to: number, limit: number) {
    const { start, end } = this.interval;
    return start < to && end > from && limit > 0 ? [this.interval] : [];
  }

  localStarts(from: number, to: number, limit: number) {
    return from <= this.#start && this.#start < to && limit > 0
      ? [this.#start]
      : [];
  }
}

/** Where a repeating schedule's occurrences come from. */
export type OccurrenceSource = {
  /** Floating starts in `[from, to)`, in any order. */
  starts(from: number, to: number): Iterable<number>;
  /** The instant at which the occurrence that starts at a floating time ends. */
  end(start: number): number;
  /** No occurrence is longer, in milliseconds. */
  longest: number;
  /**
   * What occurrences that start in `[from, to)` cover together, in any order,
   * where that is found without looking at each of them. Such a schedule has
   * very many and keeps its tables of single occurrences by the day.
   */
  coverage?(from: number, to: number): Iterable<Interval>;
};

type Table = IntervalTable & { begin: number };
type Tables = Map<number, IntervalTable>;

/** Intervals held by all tables together; the oldest tables go first. */
const MAX_INTERVALS = 500_000;
const held: { tables: Tables; key: number; size: number }[] = [];
let heldIntervals = 0;

/** Local days and instants of the same name lie less than this apart. */
const MARGIN = 2 * DAY;

/** Local starts are looked for in pieces of this length. */
const LOCAL_PIECE = 30 * DAY;

/**
 * A repeating schedule as tables of instants, which are filled when they are
 * first asked for and searched from then on. What a question costs depends
 * neither on the age of the schedule nor on the length of its rule.
 */
export class TableSchedule implements CompiledSchedule {
  readonly #source: OccurrenceSource;
  readonly #single: Tables = new Map();
  readonly #covered: Tables = new Map();

  constructor(readonly zone: Zone, source: OccurrenceSource) {
    this.#source = source;
  }

  isActive(instant: number) {
    for (const key of yearsOf(instant - this.#source.longest, instant)) {
      const { starts, ends } = this.#coverageOfYear(key);
      const i = lastAtOrBefore(starts, instant);
      if (i >= 0 && ends[i] > instant) {
        return true;
      }
    }
    return false;
  }

  activeAt(instant: number) {
    if (!this.isActive(instant)) {
      return undefined;
    }
    const { longest } = this.#source;
    let best: Interval | undefined;
    const keys = [...this.#singleKeys(instant - longest, instant)].reverse();
    for (const key of keys) {
      const { starts, ends, begin } = this.#singleTable(key);
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
      if (best && begin < best.start - MARGIN) {
        break;
      }
    }
    return best;
  }

  activeUntil(instant: number, limit: number) {
    let covered = instant;
    let extended = true;
    while (extended && covered < limit) {
      extended = false;
      for (const key of yearsOf(covered - this.#source.longest, covered)) {
        const { starts, ends } = this.#coverageOfYear(key);
        const i = lastAtOrBefore(starts, covered);
        if (i >= 0 && ends[i] > covered) {
          covered = ends[i];
          extended = true;
        }
      }
    }
    return covered > instant ? Math.min(covered, limit) : undefined;
  }

  nextActive(from: number, to: number) {
    let best = Infinity;
    for (const key of yearsOf(from, to)) {
      // An earlier start cannot be in a table that begins after it.
      if (best < Date.UTC(key, 0, 1) - MARGIN) {
        break;
      }
      const { starts } = this.#coverageOfYear(key);
      const i = lastAtOrBefore(starts, from - 1) + 1;
      if (i < starts.length && starts[i] < Math.min(to, best)) {
        best = starts[i];
      }
    }
    return best < to ? best : undefined;
  }

  nextStart(from: number, to: number) {
    // Single tables are looked at only around the start that coverage tells.
    const near = this.nextActive(from, to);
    return near === undefined
      ? undefined
      : this.occurrences(near, near + 1, Infinity).find(
          ({ start }) => start >= from,
        );
  }

  occurrences(from: number, to: number, limit: number) {
    const { longest } = this.#source;
    const found: Interval[] = [];
    for (const key of this.#singleKeys(from - longest, to)) {
      const { starts, ends, begin } = this.#singleTable(key);
      // Only what starts near the seam of two tables can come out of order.
      if (found.length >= limit && found[limit - 1].start < begin - MARGIN) {
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

  localStarts(from: number, to: number, limit: number) {
    const found: number[] = [];
    // In pieces, so that a limit is reached without looking at all of the range.
    for (
      let begin = from;
      begin < to && found.length < limit;
      begin += LOCAL_PIECE
    ) {
      const piece = this.#source.starts(
        begin,
        Math.min(to, begin + LOCAL_PIECE),
      );
      found.push(...[...new Set(piece)].sort((a, b) => a - b));
    }
    return found.slice(0, limit);
  }

  /** Keys of the tables with every occurrence that starts in `[from, to]`. */
  #singleKeys(from: number, to: number): Iterable<number> {
    return this.#source.coverage
      ? range(
          Math.floor((from - MARGIN) / DAY),
          Math.floor((to + MARGIN) / DAY),
        )
      : yearsOf(from, to);
  }

  /** Single occurrences of a day where there are very many, else of a year. */
  #singleTable(key: number): Table {
    const [begin, end] = this.#source.coverage
      ? [key * DAY, (key + 1) * DAY]
      : [Date.UTC(key, 0, 1), Date.UTC(key + 1, 0, 1)];
    const table = remembered(this.#single, key, () =>
      intervalTable(
        Array.from(this.#source.starts(begin, end), start => ({
          start: this.zone.toInstant(start),
          end: this.#source.end(start),
        })),
      ),
    );
    return { ...table, begin };
  }

  #coverageOfYear(year: number): IntervalTable {
    return remembered(this.#covered, year, () =>
      coverageOf(
        this.#source.coverage
          ? intervalTable([
              ...this.#source.coverage(
                Date.UTC(year, 0, 1),
                Date.UTC(year + 1, 0, 1),
              ),
            ])
          : this.#singleTable(year),
      ),
    );
  }
}

/** Local years that may hold a start in `[from, to]`. */
function yearsOf(from: number, to: number): Iterable<number> {
  return range(
    new Date(from - MARGIN).getUTCFullYear(),
    new Date(to + MARGIN).getUTCFullYear(),
  );
}

function* range(first: number, last: number): Generator<number> {
  for (let key = first; key <= last; key++) {
    yield key;
  }
}

/** Makes a table once; drops the oldest ones of all schedules where there are too many. */
function remembered(
  tables: Tables,
  key: number,
  make: () => IntervalTable,
): IntervalTable {
  const known = tables.get(key);
  if (known) {
    return known;
  }
  const table = make();
  const size = table.starts.length + 1;
  tables.set(key, table);
  held.push({ tables, key, size });
  heldIntervals += size;
  while (heldIntervals > MAX_INTERVALS && held.length > 1) {
    const oldest = held.shift()!;
    oldest.tables.delete(oldest.key);
    heldIntervals -= oldest.size;
  }
  return table;
}
