import type { TriggerReading } from './types';

const RANK = { met: 0, unknown: 1, notMet: 2 };

/**
 * The reading of a trigger from several sources: it is met if any source says so,
 * and not met only if all of them do. Of readings with the same state, the first.
 *
 * @returns undefined if there are none
 *
 * @alpha
 */
export function decidingReading(
  readings: readonly TriggerReading[],
): TriggerReading | undefined {
  return [...readings].sort((a, b) => RANK[a.state] - RANK[b.state])[0];
}
