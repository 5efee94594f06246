import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { InitiativeList } from './InitiativeList';
import { InitiativeDetailsView } from './InitiativeDetailsView';

export type InitiativesViewProps = {
  state: FleetState;
  actions: FleetStateActions;
};

/** All initiatives, or the one that the address names. */
export function InitiativesView(props: InitiativesViewProps) {
  const { initiative } = props.state;
  return initiative ? (
    <InitiativeDetailsView key={initiative} id={initiative} {...props} />
  ) : (
    <InitiativeList {...props} />
  );
}
