export { GateStrip, type GateStripProps } from './GateStrip';
export { GateSummary, type GateSummaryProps } from './GateSummary';
export { WindowsSection, type WindowsSectionProps } from './WindowsSection';
