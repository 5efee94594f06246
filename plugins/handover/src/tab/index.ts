export { HandoverTab } from './HandoverTab';
