import type { TriggerReading } from './types';

const RANK = { met: 0, unknown: 1, notMet: 2 };

/**
 * The reading of a trigger from several sources: it is met if any source says so,
 * and not met only if all of them do. Of several that are met, the one that is
 * met for longest, from which the time to decide counts.
 *
 * @returns undefined if there are none
 *
 * @alpha
 */
export function decidingReading(
  readings: readonly TriggerReading[],
): TriggerReading | undefined {
  return [...readings].sort(
    (a, b) =>
      RANK[a.state] - RANK[b.state] ||
      Number(b.orEarlier ?? false) - Number(a.orEarlier ?? false) ||
      timeOf(a) - timeOf(b),
  )[0];
}

function timeOf({ since }: TriggerReading): number {
  return since === undefined ? Number.MAX_VALUE : Date.parse(since);
}
