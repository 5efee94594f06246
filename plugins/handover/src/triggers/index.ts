export { triggerCells } from './cells';
export { triggerPanels } from './panels';
