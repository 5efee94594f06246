import {
  readDuration,
  shownParts,
} from '@backstage-handover/plugin-handover-common/documents';

/**
 * An ISO 8601 duration in words: "PT15M" is "15 minutes", "P1DT12H" is
 * "1 day, 12 hours". Other text is returned unchanged.
 */
export function formatDuration(duration: string, locale: string): string {
  const parts = readDuration(duration);
  if (!parts) {
    return duration;
  }
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
    shownParts(parts).map(({ count, unit }) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(count),
    ),
  );
}
