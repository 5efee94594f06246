import { DAY } from './localTime';

const MAX_CACHED_DAYS = 20_000;
const MAX_CACHED_ZONES = 600;

/**
 * One IANA time zone: maps between floating times and instants, both in
 * milliseconds.
 *
 * Follows RFC 5545 §3.3.5: a local time in a gap is read with the offset before
 * the gap, one in an overlap is the first of the two. Offsets are those of the
 * runtime's `Intl`. (temporal-polyfill 1.0 guesses where offsets change from
 * samples and misses short seasons, such as Cairo's in 2014 and Casablanca's
 * around Ramadan.)
 */
export class Zone {
  readonly #offsets = new Map<number, number>();
  readonly #format: Intl.DateTimeFormat;

  private constructor(readonly id: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  static readonly #zones = new Map<string, Zone>();

  /** Throws a RangeError if the name is not that of an IANA zone. */
  static of(id: string): Zone {
    const known = Zone.#zones.get(id);
    if (known) {
      return known;
    }
    if (!isZoneName(id)) {
      throw new RangeError(`'${id}' is not the IANA name of a time zone`);
    }
    const zone = new Zone(id);
    if (Zone.#zones.size >= MAX_CACHED_ZONES) {
      Zone.#zones.clear();
    }
    Zone.#zones.set(id, zone);
    return zone;
  }

  /** The instant of a wall clock time. */
  toInstant(floating: number): number {
    const day = Math.floor(floating / DAY);
    // Offsets lie within a day of UTC: these midnights enclose the time.
    const before = this.#offsetOfDay(day - 1);
    const after = this.#offsetOfDay(day + 2);
    if (
      before === after &&
      before === this.#offsetOfDay(day) &&
      before === this.#offsetOfDay(day + 1)
    ) {
      return floating - before;
    }
    const readings = [before, after, this.offsetAt(floating)]
      .map(offset => ({ instant: floating - offset, offset }))
      .filter(({ instant, offset }) => this.offsetAt(instant) === offset)
      .map(({ instant }) => instant);
    return readings.length > 0 ? Math.min(...readings) : floating - before;
  }

  /** Does the offset stay the same from a day before a floating time to two days after? */
  isSteady(floating: number): boolean {
    const day = Math.floor(floating / DAY);
    const offset = this.#offsetOfDay(day - 1);
    return [day, day + 1, day + 2].every(
      other => this.#offsetOfDay(other) === offset,
    );
  }

  /** What the wall clock shows at an instant. */
  toFloating(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** Milliseconds east of UTC at an instant. */
  offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY);
    const offset = this.#offsetOfDay(day);
    return offset === this.#offsetOfDay(day + 1) &&
      offset === this.#offsetOfDay(day - 1)
      ? offset
      : this.#exactOffset(instant);
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

  #offsetOfDay(day: number): number {
    const known = this.#offsets.get(day);
    if (known !== undefined) {
      return known;
    }
    const offset = this.#exactOffset(day * DAY);
    if (this.#offsets.size >= MAX_CACHED_DAYS) {
      this.#offsets.clear();
    }
    this.#offsets.set(day, offset);
    return offset;
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

/** RFC 3339 in UTC, with milliseconds only where there are any. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function isZoneName(id: string): boolean {
  // Intl also reads offsets such as +05:30 as zones: those have no rules.
  if (!/^[A-Za-z]/.test(id) || id.length > 64) {
    return false;
  }
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: id }));
  } catch {
    return false;
  }
}
