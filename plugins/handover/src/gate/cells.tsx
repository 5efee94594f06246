import type { HandoverCell, HandoverCellProps } from '../components';
import { GateStrip } from './GateStrip';

function GateCell({ entityRef, state, incident }: HandoverCellProps) {
  return (
    <GateStrip
      entityRef={entityRef}
      document={state.document}
      incident={incident}
    />
  );
}

/** The verdict of every environment, above everything else. */
export const gateCells: readonly HandoverCell[] = [
  {
    id: 'handover.gate',
    layout: 'row',
    order: 100,
    withoutDocument: true,
    component: GateCell,
  },
];
