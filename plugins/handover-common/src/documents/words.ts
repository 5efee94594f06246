import { readDuration, shownParts } from '../text/duration';

/** `PT1H30M` as `1 hour 30 minutes`. Undefined if the text isn't an ISO 8601 duration. */
export function readableDuration(duration: string): string | undefined {
  const parts = readDuration(duration);
  return (
    parts &&
    shownParts(parts)
      .map(({ count, unit }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
      .join(' ')
  );
}
