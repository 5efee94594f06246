import { useApi } from '@backstage/frontend-plugin-api';
import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import { handoverApiRef } from '../api';
import { useReading } from '../components';

/**
 * Whether a rollback is allowed while other changes aren't: the first question
 * in an incident. It is refreshed with each new decision.
 *
 * @returns `undefined` while the gate is open or loading, and `unknown` if it
 *   doesn't respond
 */
export function useRollbackVerdict(
  entityRef: string,
  decision: GateDecision,
): GateDecision['verdict'] | undefined {
  const api = useApi(handoverApiRef);
  const { environment, verdict, at } = decision;
  const reading = useReading<GateDecision>({
    key: ['gate', entityRef, 'rollback', environment, at],
    read: ({ signal }) =>
      api.gate.getDecision(
        entityRef,
        { environment, change: 'rollback' },
        { signal },
      ),
    enabled: verdict !== 'open',
  });
  switch (reading.status) {
    case 'ready':
      return reading.data.verdict;
    case 'failed':
      return 'unknown';
    default:
      return undefined;
  }
}
