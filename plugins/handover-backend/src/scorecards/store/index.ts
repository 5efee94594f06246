export { DatabaseScorecardStore } from './DatabaseScorecardStore';
export type {
  CountQuery,
  Evaluated,
  HistoryEntry,
  LocationState,
  ResultQuery,
  ResultSummary,
  ScorecardStore,
  StoredCounts,
  StoredResult,
  StoredScorecard,
} from './ScorecardStore';
export { SCORECARDS_TOPIC } from './topic';
