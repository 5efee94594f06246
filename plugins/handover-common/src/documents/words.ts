const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** `PT1H30M` as `1 hour 30 minutes`; undefined for what is no ISO 8601 duration in whole units. */
export function readableDuration(duration: string): string | undefined {
  const parts = DURATION.exec(duration)
    ?.slice(1)
    .flatMap((count, index) =>
      count === undefined ? [] : [{ count: Number(count), unit: UNITS[index] }],
    );
  if (!parts?.length) {
    return undefined;
  }
  const filled = parts.filter(({ count }) => count > 0);
  return (filled.length > 0 ? filled : parts.slice(-1))
    .map(({ count, unit }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}
