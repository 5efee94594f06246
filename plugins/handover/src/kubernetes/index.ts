export { kubernetesPanels } from './panels';
