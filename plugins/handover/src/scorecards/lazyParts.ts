// Everything that shows scorecards, in one part that is loaded when it is needed.
export { ScorecardCell } from './ScorecardCell';
export { ScorecardPanel } from './ScorecardPanel';
