import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { AskedCondition } from '../../gate/contributors/AskedCondition';
import { handoverLink } from '../../handoverLink';
import { lasting } from './lasting';

/** The handover is valid, and its review is not overdue at the time of the change. */
export function createFreshHandoverCondition(options: {
  appliesTo: (environment: string) => boolean;
  appBaseUrl?: string;
}): AskedCondition {
  const { appliesTo, appBaseUrl } = options;
  return {
    id: 'fresh-handover',
    title: 'Handover is fresh',
    appliesTo,
    evaluate: async ({ entityRef, at, state }) => ({
      ...decide(state, new Date(at)),
      link: handoverLink(entityRef, { appBaseUrl }),
    }),
  };
}

function decide(
  { status, stale, reviewDueAt }: DocumentState,
  at: Date,
): ConditionResult {
  switch (status) {
    case 'missing':
      return { outcome: 'fail', reason: 'The service has no handover.' };
    case 'invalid':
      return { outcome: 'fail', reason: 'The handover is invalid.' };
    case 'ok':
      break;
    default:
      return { outcome: 'unknown', reason: 'The handover cannot be read.' };
  }
  if (reviewDueAt === undefined) {
    return stale
      ? { outcome: 'fail', reason: 'The handover was never reviewed.' }
      : { outcome: 'pass' };
  }
  if (new Date(reviewDueAt) <= at) {
    return {
      outcome: 'fail',
      reason: `The handover is stale. Its review was due on ${reviewDueAt.slice(
        0,
        10,
      )}.`,
    };
  }
  return lasting({ outcome: 'pass' }, new Date(reviewDueAt), 'fail');
}
