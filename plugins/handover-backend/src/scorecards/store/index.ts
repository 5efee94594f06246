export { DatabaseScorecardStore } from './DatabaseScorecardStore';
export type {
  ChangesQuery,
  CheckKey,
  CountQuery,
  Evaluated,
  LevelChange,
  OpenCheckQuery,
  ResultQuery,
  ScorecardStore,
  StoredChecks,
  StoredCounts,
  StoredResult,
  StoredScorecard,
} from './ScorecardStore';
export { SCORECARDS_TOPIC } from './topic';
