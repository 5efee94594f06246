export { onCallCells } from './cells';
export { onCallPanels } from './panels';
