export { incidentCells } from './cells';
