/**
 * The Handover tab: everything a new owner needs to know about a service, on
 * its page in the catalog. And the page of all handovers.
 *
 * @packageDocumentation
 */
export { handoverFeatures as default, handoverPlugin } from './plugin';
export { handoverApiRef } from './api';
export { isHandoverAvailable } from './availability';
export { handoverTranslationRef } from './messages';
export type {
  HandoverCell,
  HandoverCellProps,
  HandoverPanel,
  HandoverPanelPlacement,
  HandoverPanelProps,
  HandoverView,
} from './components';
export {
  HandoverCellBlueprint,
  type HandoverCellParams,
} from './extensions/HandoverCellBlueprint';
export {
  HandoverPanelBlueprint,
  type HandoverPanelParams,
} from './extensions/HandoverPanelBlueprint';
