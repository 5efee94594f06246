const UNITS = [
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
] as const;

// Years to seconds as ISO 8601-1 §5.5.2.4 orders them.
const ISO_DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * An ISO 8601 duration in words: "PT15M" is "15 minutes", "P1DT12H" is
 * "1 day, 12 hours". Text that is no duration is returned as it stands.
 */
export function formatDuration(duration: string, locale: string): string {
  const match = ISO_DURATION.exec(duration);
  const given = (match ?? [])
    .slice(1)
    .flatMap((value, index) =>
      value ? [{ count: Number(value), unit: UNITS[index] }] : [],
    );
  const filled = given.filter(({ count }) => count > 0);
  // Of a duration of zero, one unit is left.
  const parts = (filled.length > 0 ? filled : given.slice(-1)).map(
    ({ count, unit }) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(count),
  );
  return parts.length === 0
    ? duration
    : new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
        parts,
      );
}
