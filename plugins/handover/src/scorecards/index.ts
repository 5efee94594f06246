export { scorecardCells } from './cells';
export { scorecardPanels } from './panels';
