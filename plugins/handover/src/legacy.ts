/**
 * The Handover page, tab, card and search results for apps on the legacy frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityHandoverCard,
  EntityHandoverContent,
  EntityHandoverRollUpCard,
  HandoverPage,
  HandoverSearchResultListItem,
  handoverPlugin,
} from './legacy/plugin';
export { HandoverStatusPicker } from './catalog';
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
export type { HandoverTabProps } from './tab';
