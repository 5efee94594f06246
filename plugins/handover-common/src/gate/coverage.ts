import type { CompiledSchedule } from './compiled';
import type { Interval } from './intervals';

/** How many intervals may still be looked at. */
export class Budget {
  #left: number;

  constructor(readonly total: number) {
    this.#left = total;
  }

  get spent(): number {
    return this.total - this.#left;
  }

  /** Takes one, if there is one left. */
  spend(): boolean {
    if (this.#left <= 0) {
      return false;
    }
    this.#left -= 1;
    return true;
  }
}

type Stream = { next: Interval; rest: Iterator<Interval> };

/**
 * The union of several schedules from a time on: intervals that don't touch
 * each other, computed lazily.
 */
export class Coverage {
  readonly #budget: Budget;
  /** A heap by the starts of what comes next. */
  readonly #streams: Stream[] = [];
  readonly #found: Interval[] = [];
  #knownUntil: number;

  /** Looks for occurrences that are active at `from`, or start in `[from, to)`. */
  constructor(
    schedules: readonly CompiledSchedule[],
    options: { from: number; to: number; budget: Budget },
  ) {
    const { from, to, budget } = options;
    this.#budget = budget;
    this.#knownUntil = to;
    for (const schedule of schedules) {
      const rest = schedule.coverage(from, to)[Symbol.iterator]();
      const first = rest.next();
      if (!first.done) {
        this.#streams.push({ next: first.value, rest });
      }
    }
    for (let i = this.#streams.length >>> 1; i-- > 0; ) {
      this.#sink(i);
    }
  }

  /**
   * Up to here everything that was asked for is right. It is earlier than `to`
   * once the budget is spent.
   */
  get knownUntil(): number {
    return this.#knownUntil;
  }

  /** The interval that contains an instant, or else the next one, if there is one. */
  at(instant: number): Interval | undefined {
    let last = this.#found[this.#found.length - 1];
    while (!(last?.end > instant) && this.#streams.length > 0) {
      this.#findNext();
      last = this.#found[this.#found.length - 1];
    }
    return this.#search(instant);
  }

  /** Adds one interval that nothing else touches. */
  #findNext(): void {
    const found = { ...this.#streams[0].next };
    while (
      this.#streams.length > 0 &&
      this.#streams[0].next.start <= found.end
    ) {
      found.end = Math.max(found.end, this.#streams[0].next.end);
      if (!this.#budget.spend()) {
        // What starts later is not known: the interval may last longer.
        this.#knownUntil = Math.min(
          this.#knownUntil,
          Math.max(found.end, this.#streams[0].next.start),
        );
        this.#streams.length = 0;
        break;
      }
      this.#advance();
    }
    this.#found.push(found);
  }

  #search(instant: number): Interval | undefined {
    const found = this.#found;
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (found[middle].end > instant) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return found[low];
  }

  /** Replaces the first interval by what comes after it in its stream. */
  #advance(): void {
    const streams = this.#streams;
    const { done, value } = streams[0].rest.next();
    if (!done) {
      streams[0].next = value;
    } else {
      const last = streams.pop()!;
      if (streams.length === 0) {
        return;
      }
      streams[0] = last;
    }
    this.#sink(0);
  }

  #sink(from: number): void {
    const streams = this.#streams;
    const stream = streams[from];
    let i = from;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= streams.length) {
        break;
      }
      if (
        child + 1 < streams.length &&
        streams[child + 1].next.start < streams[child].next.start
      ) {
        child += 1;
      }
      if (streams[child].next.start >= stream.next.start) {
        break;
      }
      streams[i] = streams[child];
      i = child;
    }
    streams[i] = stream;
  }
}
