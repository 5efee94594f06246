import { useApi } from '@backstage/frontend-plugin-api';
import type { Occurrences } from '@backstage-handover/plugin-handover-common';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';

/** Calendars rarely change, and the gate shows it at once. */
const INTERVAL_MS = 15 * 60_000;

/** `[from, to)` in RFC 3339. */
export type Range = { from: string; to: string };

/** The occurrences of an entity's windows in a range, for one environment or all. */
export function useOccurrences(options: {
  entityRef: string;
  /** Nothing is requested before the calendar has a range. */
  range?: Range;
  environment?: string;
}): Reading<Occurrences> {
  const { entityRef, range, environment } = options;
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['gate', entityRef, 'occurrences', range, environment],
    read: ({ signal }) =>
      api.gate.getOccurrences(
        entityRef,
        { ...range!, ...(environment && { environment }) },
        { signal },
      ),
    every: INTERVAL_MS,
    enabled: range !== undefined,
    // Those of the range before stay until the new ones are there.
    keepPrevious: true,
  });
}
