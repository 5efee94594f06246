import type { ReadingFreshness } from './useReading';

/** The freshness of data from several readings: that of the oldest part. */
export function combineFreshness(
  ...parts: readonly ReadingFreshness[]
): ReadingFreshness {
  const [failure] = parts
    .flatMap(part => part.failure ?? [])
    .sort((a, b) => a.since - b.since);
  return {
    at: Math.min(...parts.map(({ at }) => at)),
    failure,
    retry: () => parts.forEach(({ retry }) => retry()),
    isRetrying: parts.some(({ isRetrying }) => isRetrying),
  };
}
