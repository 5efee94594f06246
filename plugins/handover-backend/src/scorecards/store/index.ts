export { DatabaseScorecardStore } from './DatabaseScorecardStore';
export type {
  CountQuery,
  Evaluated,
  LevelChange,
  ResultQuery,
  ScorecardStore,
  StoredCounts,
  StoredResult,
  StoredScorecard,
} from './ScorecardStore';
export { SCORECARDS_TOPIC } from './topic';
