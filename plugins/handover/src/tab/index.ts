export { HandoverTab, type HandoverTabProps } from './HandoverTab';
export { Notice } from './Notice';
