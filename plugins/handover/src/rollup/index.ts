export { RollUpCard, type RollUpCardProps } from './RollUpCard';
export { hasRollUp } from './scopeOf';
