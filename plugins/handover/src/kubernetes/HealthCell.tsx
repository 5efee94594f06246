import type { HandoverCellProps } from '../components';
import { EntityHealth } from './EntityHealth';

/** What is wrong now, above everything else. */
export function HealthCell({ entity, state, incident }: HandoverCellProps) {
  return (
    <EntityHealth
      entity={entity}
      document={state.document}
      showIncidentLink={!incident}
    />
  );
}
