import type { ScorecardDetails } from '@backstage-handover/plugin-handover-common';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';

/** What a part of the view of one scorecard needs. */
export type ScorecardProps = {
  scorecard: ScorecardDetails;
  state: FleetState;
  actions: FleetStateActions;
};
