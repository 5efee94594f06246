import { useApi } from '@backstage/frontend-plugin-api';
import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import type { ChangeKind } from '@backstage-handover/plugin-handover-common/gate';
import { handoverApiRef } from '../api';
import { type ReadingFreshness, useReading } from '../components';
import { certainUntil } from './verdict';

/** When the verdict is due to change, it is refreshed a moment later. */
const SETTLE_MS = 500;
/** Calendars can change, so decisions are refreshed at least this often. */
const REFRESH_MS = 15 * 60 * 1000;

export type GateState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | {
      status: 'ready';
      decisions: GateDecision[];
      freshness: ReadingFreshness;
      /** Instant of the gate's clock, as well as this browser can tell it. */
      gateNow: () => Date;
    };

/** When the gate gave an answer, by its own clock. Undefined where it has no environments. */
function answeredAt([first]: GateDecision[]): number | undefined {
  return first && new Date(first.at).getTime();
}

/** Milliseconds from an answer to the first change that it announces. */
function untilNextChange(decisions: GateDecision[]): number {
  const at = answeredAt(decisions) ?? 0;
  const changes = decisions.flatMap(decision => {
    const end = certainUntil(decision);
    return end ? [new Date(end).getTime() - at + SETTLE_MS] : [];
  });
  return Math.min(REFRESH_MS, ...changes);
}

/**
 * The gate's verdict for every environment of an entity, asked for again when
 * a verdict is due to change and when the page is looked at again. Delays are
 * measured on the gate's own clock, so a wrong clock in the browser does no harm.
 *
 * @param options.enabled - Nothing is asked if false, and the state is `loading`.
 */
export function useGateDecisions(
  entityRef: string,
  {
    change = 'deploy',
    enabled = true,
  }: { change?: ChangeKind; enabled?: boolean } = {},
): GateState {
  const api = useApi(handoverApiRef);
  const reading = useReading({
    key: ['gate', entityRef, 'environments', change],
    read: async ({ signal }) => {
      const { items } = await api.gate.getDecisions(
        entityRef,
        { change },
        { signal },
      );
      return items;
    },
    every: untilNextChange,
    enabled,
  });
  if (reading.status !== 'ready') {
    return reading;
  }
  const { data: decisions, freshness } = reading;
  const at = answeredAt(decisions) ?? freshness.at;
  return {
    status: 'ready',
    decisions,
    freshness,
    gateNow: () => new Date(at + Date.now() - freshness.at),
  };
}
