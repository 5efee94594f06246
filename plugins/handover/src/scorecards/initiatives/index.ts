export { InitiativeProblem } from './InitiativeProblem';
export { asksFor } from './asksFor';
export { EntityInitiatives } from './EntityInitiatives';
export { InitiativeStateMark } from './InitiativeStateMark';
export { ProgressIcon } from './ProgressIcon';
