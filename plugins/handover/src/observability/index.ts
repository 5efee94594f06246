export { observabilityCells } from './cells';
export { observabilityPanels } from './panels';
