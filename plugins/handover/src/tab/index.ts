export { HandoverTab } from './HandoverTab';
export { useHandover, type HandoverResult } from './useHandover';
