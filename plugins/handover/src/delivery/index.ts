export { deliveryPanels } from './panels';
