import type {
  InitiativeState,
  ListInitiativesQuery,
} from '@backstage-handover/plugin-handover-common';
import { toOwners } from '../filters/toOwners';
import type { FleetState, InitiativeSelection } from '../state/fleetState';
import { PAGE_SIZE } from '../useFleet';

/** The initiatives that are listed. */
export function toQuery({
  filters,
  initiatives,
  cursor,
}: FleetState): ListInitiativesQuery {
  return {
    ...toOwners(filters),
    state: statesOf(initiatives),
    cursor,
    limit: PAGE_SIZE,
  };
}

function statesOf(
  selection: InitiativeSelection,
): InitiativeState[] | undefined {
  switch (selection) {
    case 'open':
      return ['draft', 'planned', 'active', 'overdue'];
    case 'all':
      return undefined;
    default:
      return [selection];
  }
}
