const UNITS = [
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
] as const;

/**
 * A unit of ISO 8601 durations.
 *
 * @alpha
 */
export type DurationUnit = (typeof UNITS)[number];

/**
 * A part of an ISO 8601 duration, such as the 30 minutes of `PT1H30M`.
 *
 * @alpha
 */
export type DurationPart = { unit: DurationUnit; count: number };

const DURATION =
  /^P(?=\d|T)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/**
 * The parts of an ISO 8601 duration that are written, largest unit first.
 * Undefined for any other text.
 *
 * @alpha
 */
export function readDuration(text: string): DurationPart[] | undefined {
  return DURATION.exec(text)
    ?.slice(1)
    .flatMap((count, index) =>
      count === undefined
        ? []
        : [{ unit: UNITS[index], count: Number(count.replace(',', '.')) }],
    );
}

/**
 * The parts to show of a duration: those that aren't zero, or the last one if
 * all are.
 *
 * @alpha
 */
export function shownParts(parts: DurationPart[]): DurationPart[] {
  const filled = parts.filter(({ count }) => count > 0);
  return filled.length > 0 ? filled : parts.slice(-1);
}

const UNIT_MS: Partial<Record<DurationUnit, number>> = {
  week: 7 * 24 * 60 * 60_000,
  day: 24 * 60 * 60_000,
  hour: 60 * 60_000,
  minute: 60_000,
  second: 1_000,
};

/**
 * The length of an ISO 8601 duration in milliseconds, with days of 24 hours.
 * Undefined for any other text, and for years and months, which have no fixed
 * length.
 *
 * @alpha
 */
export function durationMs(text: string): number | undefined {
  return sumOf(text, UNIT_MS);
}

/** Of months and years, the shortest. */
const ROUGH_UNIT_MS = {
  ...UNIT_MS,
  year: 365 * 24 * 60 * 60_000,
  month: 28 * 24 * 60 * 60_000,
};

/**
 * The least length of an ISO 8601 duration in milliseconds, months and years
 * included. Undefined for any other text.
 */
export function roughDurationMs(text: string): number | undefined {
  return sumOf(text, ROUGH_UNIT_MS);
}

function sumOf(text: string, units: typeof UNIT_MS): number | undefined {
  return readDuration(text)?.reduce<number | undefined>(
    (sum, { unit, count }) => {
      const ms = units[unit];
      return sum === undefined || ms === undefined
        ? undefined
        : sum + count * ms;
    },
    0,
  );
}
