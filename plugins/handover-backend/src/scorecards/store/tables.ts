import type {
  CheckResult,
  Outcome,
} from '@backstage-handover/plugin-handover-common/scorecards';

// Rows as they are in the database, and what they mean.

/** A point in time: SQLite gives milliseconds, PostgreSQL dates. */
export type DbTime = Date | number | string;

export type ScorecardRow = {
  name: string;
  version: string;
  definition: string;
  origin: string;
  position: number;
  loaded_at: DbTime;
};

export type LocationRow = {
  location: string;
  problems: string;
  failing_since: DbTime | null;
  checked_at: DbTime;
};

export type ResultRow = {
  scorecard: string;
  entity_ref: string;
  version: string;
  level: string | null;
  rank: number;
  level_held: boolean | number;
  score: number | null;
  weights: string;
  checks: string;
  revision: number;
  evaluated_at: DbTime;
  changed_at: DbTime;
};

export type OutcomeRow = {
  scorecard: string;
  check_id: string;
  entity_ref: string;
  outcome: Outcome;
};

export type HistoryRow = {
  /** PostgreSQL gives large numbers as text. */
  id: number | string;
  scorecard: string;
  entity_ref: string;
  at: DbTime;
  version: string;
  level: string | null;
  level_held: boolean | number;
  score: number | null;
  outcomes: string;
};

/** The outcome of each check that counts, by id. */
export function outcomesOf(
  checks: readonly CheckResult[],
): Record<string, Outcome> {
  return Object.fromEntries(
    checks
      .filter(({ counts }) => counts)
      .map(({ id, outcome }) => [id, outcome]),
  );
}

export function toIso(value: DbTime): string {
  return new Date(value).toISOString();
}
