import { firstDayOf, monthOf } from './civil';
import {
  type DaySet,
  countDays,
  countDaysIn,
  daysBack,
  daysIn,
} from './daySet';
import { DAY, startOfDay } from './localTime';
import type { Periods } from './recurrenceDays';
import { type TimesOfDay, countBefore } from './timesOfDay';

/** Starts that follow each other closely, by the first and the last of them. */
export type Run = { first: number; last: number };

/**
 * The floating times at which occurrences start. Every question looks only at
 * the days it is about, however long ago the first start was.
 */
export interface LocalStarts {
  /** Starts in `[from, to)`, ascending. */
  ascending(from: number, to: number): Iterable<number>;
  /** Starts in `[from, to)`, descending. */
  descending(from: number, to: number): Iterable<number>;
  /**
   * Starts in `[from, to)` as runs, ascending, if that is cheaper than each of
   * them. A run begins and ends on the same day, and no two of its neighbors are
   * more than `reach` apart; one that ends later is whole.
   */
  runs?(from: number, to: number, reach: number): Iterable<Run>;
}

/** The starts that a pattern has, without begin and end. */
export interface PatternStarts extends LocalStarts {
  /** The end of the first `count` starts that are not before `from`, at most `to`. */
  endOfFirst(count: number, from: number, to: number): number;
}

/** The same times on each day of a set. */
export class DailyStarts implements PatternStarts {
  readonly #days: DaySet;
  readonly #times: TimesOfDay;
  #runs: { reach: number; runs: Run[] } | undefined;

  constructor(days: DaySet, times: TimesOfDay) {
    this.#days = days;
    this.#times = times;
  }

  *ascending(from: number, to: number) {
    const times = this.#times;
    for (const day of daysIn(this.#days, dayOf(from), dayAfter(to))) {
      const midnight = day * DAY;
      for (
        let i = midnight >= from ? 0 : countBefore(times, from - midnight);
        i < times.length;
        i++
      ) {
        const start = midnight + times.at(i);
        if (start >= to) {
          return;
        }
        yield start;
      }
    }
  }

  *descending(from: number, to: number) {
    const times = this.#times;
    for (const day of daysBack(this.#days, dayOf(from), dayAfter(to))) {
      const midnight = day * DAY;
      for (let i = countBefore(times, to - midnight) - 1; i >= 0; i--) {
        const start = midnight + times.at(i);
        if (start < from) {
          return;
        }
        yield start;
      }
    }
  }

  *runs(from: number, to: number, reach: number) {
    let daysSeen = 0;
    for (const day of daysIn(this.#days, dayOf(from), dayAfter(to))) {
      const midnight = day * DAY;
      daysSeen += 1;
      // Often nothing after the first days is asked for.
      const runs =
        midnight < from || daysSeen < 3
          ? runsOf(
              this.#times,
              reach,
              countBefore(this.#times, from - midnight),
            )
          : this.#allRuns(reach);
      for (const { first, last } of runs) {
        if (midnight + first >= to) {
          return;
        }
        yield { first: midnight + first, last: midnight + last };
      }
    }
  }

  endOfFirst(count: number, from: number, to: number) {
    const times = this.#times;
    let left = count;
    for (let month = monthOf(dayOf(from)); ; month++) {
      const first = firstDayOf(month) * DAY;
      if (first >= to) {
        return to;
      }
      const starts = countDays(this.#days.maskOf(month)) * times.length;
      if (first >= from && starts < left) {
        left -= starts;
      } else {
        const end = Math.min(firstDayOf(month + 1) * DAY, to);
        for (const start of this.ascending(Math.max(from, first), end)) {
          left -= 1;
          if (left === 0) {
            return start + 1;
          }
        }
      }
    }
  }

  #allRuns(reach: number): Run[] {
    if (this.#runs?.reach !== reach) {
      this.#runs = { reach, runs: [...runsOf(this.#times, reach, 0)] };
    }
    return this.#runs.runs;
  }
}

/** The runs of the times from the one at an index on. */
function* runsOf(
  times: TimesOfDay,
  reach: number,
  index: number,
): Generator<Run> {
  for (let i = index; i < times.length; i++) {
    const first = times.at(i);
    let last = first;
    for (; i + 1 < times.length; i++) {
      const next = times.at(i + 1);
      if (next - last > reach) {
        break;
      }
      last = next;
    }
    yield { first, last };
  }
}

/** BYSETPOS: some of the starts of each period, by their positions. */
export class PositionedStarts implements PatternStarts {
  readonly #days: DaySet;
  readonly #times: TimesOfDay;
  readonly #positions: readonly number[];
  readonly #periods: Periods;
  readonly #origin: number;
  readonly #interval: number;
  readonly #counts = new Map<number, number>();
  #last: { index: number; starts: number[] } | undefined;

  constructor(options: {
    /** The days that the positions count. */
    days: DaySet;
    times: TimesOfDay;
    positions: readonly number[];
    periods: Periods;
    /** A day of the first period that counts; from there every `interval`-th does. */
    startDay: number;
    interval: number;
  }) {
    this.#days = options.days;
    this.#times = options.times;
    this.#positions = options.positions;
    this.#periods = options.periods;
    this.#origin = options.periods.indexOf(options.startDay);
    this.#interval = options.interval;
  }

  *ascending(from: number, to: number) {
    for (const index of this.#indexesWithDays(from, to)) {
      for (const start of this.#startsOf(index)) {
        if (start >= to) {
          return;
        }
        if (start >= from) {
          yield start;
        }
      }
    }
  }

  *descending(from: number, to: number) {
    for (
      let index = this.#indexAtOrBefore(dayOf(to));
      ;
      index -= this.#interval
    ) {
      const range = this.#periods.range(index);
      if (range.end * DAY <= from) {
        return;
      }
      for (const start of [...this.#startsOf(index)].reverse()) {
        if (start < from) {
          return;
        }
        if (start < to) {
          yield start;
        }
      }
    }
  }

  endOfFirst(count: number, from: number, to: number) {
    let left = count;
    for (const index of this.#indexesWithDays(from, to)) {
      const { first, end } = this.#periods.range(index);
      const days = countDaysIn(this.#days, first, end);
      const size = this.#countOf(days * this.#times.length);
      if (first * DAY >= from && size < left) {
        left -= size;
      } else {
        for (const start of this.#startsOf(index)) {
          left -= start >= from ? 1 : 0;
          if (left === 0) {
            return Math.min(start + 1, to);
          }
        }
      }
    }
    return to;
  }

  /** The periods from the one of `from` on that have any days. */
  *#indexesWithDays(from: number, to: number): Generator<number> {
    const end = dayAfter(to);
    let index = this.#indexAtOrBefore(dayOf(from));
    for (;;) {
      const range = this.#periods.range(index);
      if (range.first >= end) {
        return;
      }
      const [next] = daysIn(this.#days, range.first, end);
      if (next === undefined) {
        return;
      }
      if (next < range.end) {
        yield index;
        index += this.#interval;
      } else {
        index = this.#indexAtOrBefore(next);
      }
    }
  }

  /** How many starts the positions choose of so many. */
  #countOf(size: number): number {
    let count = this.#counts.get(size);
    if (count === undefined) {
      count = indexesOf(this.#positions, size).length;
      this.#counts.set(size, count);
    }
    return count;
  }

  #indexAtOrBefore(day: number): number {
    const index = this.#periods.indexOf(day);
    const interval = this.#interval;
    return (
      this.#origin + Math.floor((index - this.#origin) / interval) * interval
    );
  }

  #startsOf(index: number): number[] {
    if (this.#last?.index !== index) {
      const { first, end } = this.#periods.range(index);
      const days = [...daysIn(this.#days, first, end)];
      const times = this.#times;
      const starts = indexesOf(this.#positions, days.length * times.length).map(
        position =>
          days[Math.floor(position / times.length)] * DAY +
          times.at(position % times.length),
      );
      this.#last = { index, starts };
    }
    return this.#last.starts;
  }
}

/**
 * The indexes that some positions mean among so many items, ascending.
 * Positions count from 1 or, if they are negative, from the end.
 */
export function indexesOf(numbers: readonly number[], size: number): number[] {
  const found = new Set<number>();
  for (const number of numbers) {
    const position = number > 0 ? number - 1 : size + number;
    if (position >= 0 && position < size) {
      found.add(position);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** What a schedule says besides its rule. */
export type Adjustments = {
  /** Nothing of the rule starts before. */
  from?: number;
  /** Nothing of the rule starts at or after. */
  to?: () => number;
  /** The rule's own starts that do not count. */
  accepts?: (start: number) => boolean;
  /** More starts. */
  added?: readonly number[];
  /** Starts that do not count, of the rule or added. */
  excludes?: (start: number) => boolean;
};

/** The starts of a rule within its limits, with some added and some taken away. */
export class AdjustedStarts implements LocalStarts {
  readonly #rule: LocalStarts;
  readonly #adjustments: Adjustments;
  readonly #added: readonly number[];
  #end: number | undefined;

  constructor(rule: LocalStarts, adjustments: Adjustments) {
    this.#rule = rule;
    this.#adjustments = adjustments;
    this.#added = [...new Set(adjustments.added)].sort((a, b) => a - b);
  }

  ascending(from: number, to: number) {
    const [first, end] = this.#limit(from, to);
    return this.#merge(
      first < end ? this.#rule.ascending(first, end) : [],
      this.#added.filter(start => start >= from && start < to),
      1,
    );
  }

  descending(from: number, to: number) {
    const [first, end] = this.#limit(from, to);
    return this.#merge(
      first < end ? this.#rule.descending(first, end) : [],
      this.#added.filter(start => start >= from && start < to).reverse(),
      -1,
    );
  }

  #limit(from: number, to: number): [number, number] {
    this.#end ??= this.#adjustments.to?.() ?? Infinity;
    return [
      Math.max(from, this.#adjustments.from ?? -Infinity),
      Math.min(to, this.#end),
    ];
  }

  *#merge(
    rule: Iterable<number>,
    added: readonly number[],
    direction: 1 | -1,
  ): Generator<number> {
    const { accepts, excludes } = this.#adjustments;
    let i = 0;
    for (const start of rule) {
      if (accepts && !accepts(start)) {
        continue;
      }
      for (; i < added.length && (added[i] - start) * direction < 0; i++) {
        if (!excludes?.(added[i])) {
          yield added[i];
        }
      }
      if (added[i] === start) {
        i += 1;
      }
      if (!excludes?.(start)) {
        yield start;
      }
    }
    for (; i < added.length; i++) {
      if (!excludes?.(added[i])) {
        yield added[i];
      }
    }
  }
}

function dayOf(floating: number): number {
  return startOfDay(floating) / DAY;
}

/** The first day that begins at a floating time or later. */
function dayAfter(floating: number): number {
  return Math.ceil(floating / DAY);
}
