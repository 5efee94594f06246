export { triggerCells } from './cells';
export { isMeasured } from './isMeasured';
export { triggerPanels } from './panels';
