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
  const parts = (match ?? []).slice(1).flatMap((value, index) =>
    value && Number(value) > 0
      ? [
          new Intl.NumberFormat(locale, {
            style: 'unit',
            unit: UNITS[index],
            unitDisplay: 'long',
          }).format(Number(value)),
        ]
      : [],
  );
  return parts.length === 0
    ? duration
    : new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
        parts,
      );
}
