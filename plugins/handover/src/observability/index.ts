export { observabilityCells } from './cells';
export { documentedObservability } from './observabilityOf';
export { ObservabilityList } from './ObservabilityList';
export { observabilityPanels } from './panels';
