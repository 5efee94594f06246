import type {
  CheckResult,
  Outcome,
} from '@backstage-handover/plugin-handover-common/scorecards';

// Rows as they are in the database, and what they mean.

/** A point in time: SQLite gives milliseconds, PostgreSQL dates. */
export type DbTime = Date | number | string;

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
  /** Of the checks that count, by id in their order, JSON. */
  outcomes: string;
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
  previous_level: string | null;
  /** Nothing was known before: there is no previous level. */
  is_first: boolean | number;
};

/**
 * The outcome of each check that counts, by id. The same outcomes are the same
 * text, whatever the order of the checks.
 */
export function outcomesOf(checks: readonly CheckResult[]): string {
  return JSON.stringify(
    Object.fromEntries(
      checks
        .filter(({ counts }) => counts)
        .map(({ id, outcome }) => [id, outcome] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}

/** What {@link outcomesOf} wrote. */
export function parseOutcomes(outcomes: string): Record<string, Outcome> {
  return JSON.parse(outcomes);
}

export function toIso(value: DbTime): string {
  return new Date(value).toISOString();
}
