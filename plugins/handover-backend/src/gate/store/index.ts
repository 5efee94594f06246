export { DatabaseDecisionStore } from './DatabaseDecisionStore';
export type { DecisionRecord, DecisionStore } from './DecisionStore';
