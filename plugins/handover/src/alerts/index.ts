export { alertCells } from './cells';
export { alertPanels } from './panels';
