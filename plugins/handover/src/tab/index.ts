export { HandoverTab } from './HandoverTab';
export { Notice } from './Notice';
