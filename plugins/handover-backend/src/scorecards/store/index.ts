export { DatabaseScorecardStore } from './DatabaseScorecardStore';
export type {
  CheckKey,
  CountQuery,
  Evaluated,
  LevelChange,
  OpenCheckQuery,
  ResultQuery,
  ScorecardStore,
  StoredCounts,
  StoredResult,
  StoredScorecard,
} from './ScorecardStore';
export { SCORECARDS_TOPIC } from './topic';
