export { gateCells } from './cells';
export { GateSummary, type GateSummaryProps } from './GateSummary';
export { gatePanels } from './panels';
export { WindowTable, type WindowTableProps } from './WindowTable';
