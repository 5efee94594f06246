export { GateStrip, type GateStripProps } from './GateStrip';
export { GateSummary } from './GateSummary';
export { WindowsSection, type WindowsSectionProps } from './WindowsSection';
export { gateMessages } from './messages';
