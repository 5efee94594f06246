export type {
  HandoverCell,
  HandoverCellProps,
  HandoverPanel,
  HandoverPanelPlacement,
  HandoverPanelProps,
  HandoverView,
} from './types';
