import type { ListExemptionsQuery } from '@backstage-handover/plugin-handover-common';
import { toOwners } from '../filters/toOwners';
import type { FleetState } from '../state/fleetState';

const DAY_MS = 86_400_000;

/** The exemptions that are listed. */
export function toQuery(state: FleetState): ListExemptionsQuery {
  return { ...toOwners(state.filters), ...toSelection(state) };
}

function toSelection({ exemptions }: FleetState): ListExemptionsQuery {
  switch (exemptions) {
    case 'open':
      return { state: ['requested', 'approved'] };
    case 'ending':
      return endingSoon();
    case 'all':
      return {};
    default:
      return { state: [exemptions] };
  }
}

/** Those in force that end in the next two weeks, the first to end first. */
export function endingSoon(): ListExemptionsQuery {
  return {
    state: ['approved'],
    // By the day, so that the same question has the same text for a while.
    expiresBefore: new Date(
      Math.ceil(Date.now() / DAY_MS) * DAY_MS + 14 * DAY_MS,
    ).toISOString(),
    sort: 'expiresAt',
    order: 'asc',
  };
}
