export type {
  HandoverCell,
  HandoverCellProps,
  HandoverPanel,
  HandoverPanelPlacement,
  HandoverPanelProps,
  HandoverView,
  SectionKey,
} from './types';
