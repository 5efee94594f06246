export { HandoverStatusPicker } from './HandoverStatusPicker';
