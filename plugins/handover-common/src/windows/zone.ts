import { Temporal } from 'temporal-polyfill';
import { DAY } from './localTime';

const MAX_CACHED_DAYS = 20_000;
const MAX_CACHED_ZONES = 600;

/**
 * One IANA time zone: maps between floating times and instants, both in
 * milliseconds.
 *
 * Days far from any change of offset are mapped by arithmetic, the others by
 * Temporal with the disambiguation `compatible`, which is what RFC 5545 §3.3.5
 * asks for: a time in a gap is read with the offset before the gap, a time in
 * an overlap is the first of the two.
 */
export class Zone {
  readonly #offsets = new Map<number, number>();

  private constructor(readonly id: string) {}

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
    const offset = this.#offsetOfDay(day - 1);
    // Offsets lie within a day of UTC: four equal midnights enclose the time.
    if (
      offset === this.#offsetOfDay(day) &&
      offset === this.#offsetOfDay(day + 1) &&
      offset === this.#offsetOfDay(day + 2)
    ) {
      return floating - offset;
    }
    return plainDateTime(floating).toZonedDateTime(this.id, {
      disambiguation: 'compatible',
    }).epochMilliseconds;
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
      : exactOffset(this.id, instant);
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
    const offset = exactOffset(this.id, day * DAY);
    if (this.#offsets.size >= MAX_CACHED_DAYS) {
      this.#offsets.clear();
    }
    this.#offsets.set(day, offset);
    return offset;
  }
}

/** RFC 3339 in UTC, with milliseconds only where there are any. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function exactOffset(zone: string, instant: number): number {
  return (
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
      .offsetNanoseconds / 1_000_000
  );
}

function plainDateTime(floating: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(floating)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
}

function isZoneName(id: string): boolean {
  // Temporal also reads offsets such as +05:30 as zones: those have no rules.
  if (!/^[A-Za-z]/.test(id) || id.length > 64) {
    return false;
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
    return true;
  } catch {
    return false;
  }
}
