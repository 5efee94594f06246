// Everything that shows triggers, in one part that is loaded when it is needed.
export { TriggersPanel } from './TriggersPanel';
export { TriggerSummary } from './TriggerSummary';
