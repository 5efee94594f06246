import type {
  DocumentState,
  NoticeReason,
} from '@backstage-handover/plugin-handover-common';

/**
 * Says that a decision was made from the last good revision, because the
 * handover as it is now could not be read. Undefined if it could.
 */
export function fallbackReason(state: DocumentState): NoticeReason | undefined {
  if (state.status === 'ok' || !state.revision) {
    return undefined;
  }
  const [problem] = state.problems;
  const details = [
    state.failingSince && `since ${state.failingSince}`,
    problem?.message,
  ].filter(detail => detail !== undefined);
  return {
    kind: 'notice',
    title: `Based on revision ${state.revision.number}, because the handover is ${state.status}`,
    ...(details.length > 0 && { reason: details.join(': ') }),
  };
}
