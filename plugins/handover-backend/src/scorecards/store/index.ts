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
} from './ScorecardStore';
export { endScorecards } from './operations/endScorecards';
export { SCORECARDS_TOPIC } from './topic';
