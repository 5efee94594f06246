import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type { MeasuredDeployment } from '@backstage-handover/plugin-handover-common/delivery';

// Rows as they are in the database, and what they mean.

/** A point in time: SQLite gives milliseconds, PostgreSQL dates. */
export type DbTime = Date | number | string;

/** A truth value: SQLite gives 0 or 1. */
export type DbBoolean = boolean | number;

export type RunRow = {
  entity_ref: string;
  provider: string;
  id: string;
  ordered_at: DbTime;
  run: string;
  claims: string | null;
};

export type DeploymentRow = {
  entity_ref: string;
  provider: string;
  id: string;
  environment: string;
  at: DbTime;
  outcome: Deployment['outcome'];
  is_rollback: DbBoolean;
  taken_back: DbBoolean;
  commit: string | null;
  merged_at: DbTime | null;
  artifact_id: string | null;
  deployment: string;
};

/** What claims that are no run's are about. */
export type ClaimKind = 'incident' | 'artifact' | 'change';

export type ClaimsRow = {
  entity_ref: string;
  kind: ClaimKind;
  id: string;
  at: DbTime;
  claims: string;
};

export type StartFailureRow = {
  entity_ref: string;
  provider: string;
  id: string;
  workload: string;
  since: DbTime;
  until: DbTime | null;
};

export type ProviderRow = {
  entity_ref: string;
  provider: string;
  title: string;
  demonstration: DbBoolean;
  fetched_at: DbTime | null;
  failing_since: DbTime | null;
  message: string | null;
  retry_at: DbTime | null;
  changes: number;
};

export type RateLimitRow = {
  provider: string;
  who: string;
  retry_at: DbTime;
  message: string;
};

export type ViewRow = { entity_ref: string; viewed_at: DbTime };

export type EventRow = { source: string; id: string; received_at: DbTime };

export function toIso(value: DbTime): string {
  return new Date(value).toISOString();
}

export const MEASURED_COLUMNS = [
  'id',
  'provider',
  'at',
  'outcome',
  'taken_back',
  'commit',
  'merged_at',
] as const;

type OutcomeColumns = Pick<DeploymentRow, 'outcome' | 'taken_back'>;

function toOutcome(row: OutcomeColumns): Deployment['outcome'] {
  return row.outcome === 'succeeded' && Boolean(row.taken_back)
    ? 'rolledBack'
    : row.outcome;
}

export function toMeasured(
  row: Pick<DeploymentRow, (typeof MEASURED_COLUMNS)[number]>,
): MeasuredDeployment {
  return {
    id: row.id,
    provider: row.provider,
    at: toIso(row.at),
    outcome: toOutcome(row),
    ...(row.commit !== null && { commit: row.commit }),
    ...(row.merged_at !== null && { mergedAt: toIso(row.merged_at) }),
  };
}

export const DEPLOYMENT_COLUMNS = [
  ...MEASURED_COLUMNS,
  'environment',
  'deployment',
] as const;

export function toDeployment(
  row: Pick<DeploymentRow, (typeof DEPLOYMENT_COLUMNS)[number]>,
): Deployment {
  return { ...JSON.parse(row.deployment), ...toMeasured(row) };
}

export function toRunOfRow(row: Pick<RunRow, 'run'>): Run {
  return JSON.parse(row.run);
}
