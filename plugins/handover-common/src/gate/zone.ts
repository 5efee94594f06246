import { DAY } from './localTime';

/**
 * Offsets are compared so far apart. No zone has changed its offset and changed
 * it back within so little time since 1970.
 */
const PROBE = 8 * DAY;

/**
 * Floating times lie less than a day from the instants that they are read as,
 * and a change of offset skips or repeats a day at most.
 */
const NEAR = 2 * DAY;

/** The offset changes of a zone in one year. */
type Year = { begin: number; end: number; segments: Segment[] };

/** A stretch of time without a change of offset, `[from, to)`. */
export type Segment = { from: number; to: number; offset: number };

/** The offsets of one zone, computed year by year when needed. */
class Offsets {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, Year>();
  /** The ones that were asked for last. */
  #last: Segment = { from: 0, to: 0, offset: 0 };
  #year: Year = { begin: 0, end: 0, segments: [] };

  private constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }

  /** Undefined if there is no such zone. */
  static create(id: string): Offsets | undefined {
    // Intl also reads offsets such as +05:30 as zones: those have no rules.
    if (!/^[A-Za-z]/.test(id) || id.length > 64) {
      return undefined;
    }
    try {
      return new Offsets(
        new Intl.DateTimeFormat('en-US', {
          timeZone: id,
          hourCycle: 'h23',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        }),
      );
    } catch {
      return undefined;
    }
  }

  /** The segment that contains a time, within its year. */
  segmentAt(instant: number): Segment {
    const last = this.#last;
    if (last.from <= instant && instant < last.to) {
      return last;
    }
    const { segments } = this.#yearOf(instant);
    // There are rarely more than three.
    let i = 0;
    while (i < segments.length - 1 && segments[i].to <= instant) {
      i += 1;
    }
    this.#last = segments[i];
    return segments[i];
  }

  #yearOf(instant: number): Year {
    if (this.#year.begin <= instant && instant < this.#year.end) {
      return this.#year;
    }
    const key = new Date(instant).getUTCFullYear();
    const known = this.#years.get(key);
    if (known) {
      this.#year = known;
      return known;
    }
    const begin = Date.UTC(key, 0, 1);
    const end = Date.UTC(key + 1, 0, 1);
    const segments: Segment[] = [
      { from: begin, to: end, offset: this.#exactOffset(begin) },
    ];
    for (let probe = begin; probe < end; probe += PROBE) {
      this.#divide(segments, probe, Math.min(probe + PROBE, end - 1000));
    }
    const year = { begin, end, segments };
    this.#years.set(key, year);
    this.#year = year;
    return year;
  }

  /** Adds the change between two instants to the segments, if there is one. */
  #divide(segments: Segment[], from: number, to: number): void {
    const last = segments[segments.length - 1];
    const offset = this.#exactOffset(to);
    if (offset === last.offset) {
      return;
    }
    // Offsets change on whole seconds.
    let low = from;
    let high = to;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (this.#exactOffset(middle) === last.offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    const { to: end } = last;
    last.to = high;
    segments.push({
      from: high,
      to: end,
      offset: this.#exactOffset(high),
    });
    // There may be another change right after it.
    this.#divide(segments, high, to);
  }

  #exactOffset(instant: number): number {
    const second = Math.floor(instant / 1000) * 1000;
    const [month, day, year, hour, minute, seconds] = this.#format
      .format(second)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
  }
}

/**
 * One IANA time zone: maps between floating times and instants, both in
 * milliseconds.
 *
 * Follows RFC 5545 §3.3.5: a local time in a gap is read with the offset before
 * the gap, one in an overlap is the first of the two. Offsets are those of the
 * runtime's `Intl`. (temporal-polyfill 1.0 guesses where offsets change from
 * samples and misses short seasons, such as Cairo's in 2014 and Casablanca's
 * around Ramadan.) What was found is kept: there are about 600 zones and 230
 * years, with a few changes each.
 */
export class Zone {
  readonly #offsets: Offsets;

  private constructor(
    /** The name as it was given. */
    readonly id: string,
    offsets: Offsets,
  ) {
    this.#offsets = offsets;
  }

  /** By the names in lower case: letter case does not make another zone. */
  static readonly #known = new Map<string, Offsets>();

  /** Throws a RangeError if the name is not that of an IANA zone. */
  static of(id: string): Zone {
    const key = id.toLowerCase();
    const offsets = Zone.#known.get(key) ?? Offsets.create(id);
    if (!offsets) {
      throw new RangeError(`'${id}' is not the IANA name of a time zone`);
    }
    Zone.#known.set(key, offsets);
    return new Zone(id, offsets);
  }

  /** The instant of a wall clock time. */
  toInstant(floating: number): number {
    // Offsets lie within a day of UTC: these instants enclose the time.
    const { from, to, offset } = this.#offsets.segmentAt(floating);
    if (from <= floating - DAY && floating + DAY < to) {
      return floating - offset;
    }
    const before = this.offsetAt(floating - DAY);
    let earliest = Infinity;
    for (const reading of [before, this.offsetAt(floating + DAY), offset]) {
      const instant = floating - reading;
      if (instant < earliest && this.offsetAt(instant) === reading) {
        earliest = instant;
      }
    }
    return earliest < Infinity ? earliest : floating - before;
  }

  /** Is there no change of offset between two floating times and near them? */
  isSteady(from: number, to: number): boolean {
    const segment = this.#offsets.segmentAt(from - NEAR);
    return (
      to + NEAR < segment.to ||
      (this.offsetAt(to + NEAR) === segment.offset &&
        this.changesIn(from - NEAR, to + NEAR).length === 0)
    );
  }

  /** The largest offset near a floating time. */
  maxOffsetNear(floating: number): number {
    const { from, to, offset } = this.#offsets.segmentAt(floating);
    return from <= floating - NEAR && floating + NEAR < to
      ? offset
      : Math.max(
          offset,
          this.offsetAt(floating - NEAR),
          this.offsetAt(floating + NEAR),
        );
  }

  /** How much the offsets near a floating time differ. */
  spreadNear(floating: number): number {
    const { from, to, offset } = this.#offsets.segmentAt(floating);
    if (from <= floating - NEAR && floating + NEAR < to) {
      return 0;
    }
    const offsets = [
      offset,
      this.offsetAt(floating - NEAR),
      this.offsetAt(floating + NEAR),
    ];
    return Math.max(...offsets) - Math.min(...offsets);
  }

  /** The stretch without a change that an instant lies in, within its year. */
  segmentAt(instant: number): Segment {
    return this.#offsets.segmentAt(instant);
  }

  /** The segments that begin in `[from, to)` with another offset than before. */
  changesIn(from: number, to: number): Segment[] {
    const changes: Segment[] = [];
    let { offset, to: next } = this.#offsets.segmentAt(from - 1);
    while (next < to) {
      const segment = this.#offsets.segmentAt(next);
      if (segment.offset !== offset && next >= from) {
        changes.push(segment);
      }
      offset = segment.offset;
      next = segment.to;
    }
    return changes;
  }

  /** What the wall clock shows at an instant. */
  toFloating(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** Milliseconds east of UTC at an instant. */
  offsetAt(instant: number): number {
    return this.#offsets.segmentAt(instant).offset;
  }

  /** RFC 3339 with the zone's offset; in UTC where that is no whole minute. */
  format(instant: number): string {
    const offset = this.offsetAt(instant);
    const minutes = Math.abs(offset) / 60_000;
    if (!Number.isInteger(minutes)) {
      return formatInstant(instant);
    }
    const sign = offset < 0 ? '-' : '+';
    const two = (value: number) => String(value).padStart(2, '0');
    return `${formatInstant(instant + offset).slice(0, -1)}${sign}${two(
      Math.floor(minutes / 60),
    )}:${two(minutes % 60)}`;
  }
}

/** RFC 3339 in UTC, with milliseconds only if there are any. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
