import {
  type HandoverCell,
  type HandoverPanel,
  HandoverText,
} from '../../components';
import { alertCells, alertPanels } from '../../alerts';
import { deliveryPanels } from '../../delivery';
import { documentCells, documentPanels } from '../../documents';
import { gateCells, gatePanels } from '../../gate';
import { incidentCells } from '../../incident';
import { kubernetesCells, kubernetesPanels } from '../../kubernetes';
import { observabilityCells, observabilityPanels } from '../../observability';
import { onCallCells, onCallPanels } from '../../oncall';
import { scorecardCells, scorecardPanels } from '../../scorecards';
import { triggerCells, triggerPanels } from '../../triggers';
import { OwnerCell } from '../OwnerCell';

/** The panels that the rooms of this plugin offer. */
export const BUILT_IN_PANELS: readonly HandoverPanel[] = [
  ...kubernetesPanels,
  ...alertPanels,
  ...triggerPanels,
  ...deliveryPanels,
  ...observabilityPanels,
  ...onCallPanels,
  ...gatePanels,
  ...documentPanels,
  ...scorecardPanels,
];

/** The cells that the rooms of this plugin offer. */
export const BUILT_IN_CELLS: readonly HandoverCell[] = [
  ...incidentCells,
  ...kubernetesCells,
  ...alertCells,
  ...triggerCells,
  ...gateCells,
  {
    id: 'handover.owner',
    title: <HandoverText>{t => t('tab.glance.owner')}</HandoverText>,
    order: 200,
    withoutDocument: true,
    component: OwnerCell,
  },
  ...onCallCells,
  ...observabilityCells,
  ...documentCells,
  ...scorecardCells,
];
