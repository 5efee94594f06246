export { HandoverTab, type HandoverTabProps } from './HandoverTab';
