export { incidentPanels } from './panels';
