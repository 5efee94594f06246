import type {
  DocumentState,
  GateReason,
} from '@backstage-handover/plugin-handover-common';

/**
 * Says that a decision was made from the last good revision, because the
 * handover as it is now could not be read. Undefined where that is not so.
 */
export function fallbackReason(state: DocumentState): GateReason | undefined {
  if (state.status === 'ok' || !state.revision) {
    return undefined;
  }
  const [problem] = state.problems;
  const details = [
    state.failingSince && `since ${state.failingSince}`,
    problem?.message,
  ].filter(detail => detail !== undefined);
  return {
    kind: 'condition',
    // Alone it holds nothing back: the windows that are known still decide.
    verdict: 'open',
    title: `Made from revision ${state.revision.number}, because the handover is ${state.status}`,
    ...(details.length > 0 && { reason: details.join(': ') }),
  };
}
