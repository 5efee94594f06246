import type {
  Artifact,
  Override,
  OverrideStatus,
} from '@backstage-handover/plugin-handover-common';
import type { GateOverride } from '@backstage-handover/plugin-handover-common/gate';
import { overrideState } from '@backstage-handover/plugin-handover-common/overrides';

// Rows as they are in the database, and what they mean.

/** A point in time: SQLite gives milliseconds, PostgreSQL dates. */
export type DbTime = Date | number | string;

export type OverrideRow = {
  id: string;
  entity_ref: string;
  status: OverrideStatus;
  artifact_name: string | null;
  artifact_version: string | null;
  artifact_digest: string | null;
  from_at: DbTime;
  until_at: DbTime;
  reason: string;
  ticket: string | null;
  requested_by: string;
  requested_at: DbTime;
  decided_by: string | null;
  decided_at: DbTime | null;
  decision_note: string | null;
  ended_by: string | null;
  ended_at: DbTime | null;
  end_note: string | null;
};

export type EnvironmentRow = {
  override_id: string;
  environment_key: string;
  environment: string;
  position: number;
};

/** A row with what the mirror of the catalog knows of its entity. */
export type ListedRow = OverrideRow & {
  entity_title?: string | null;
  owner?: string | null;
};

export function toOverride(
  row: ListedRow,
  environments: string[],
  now: Date,
): Override {
  const decision = toStep(row.decided_by, row.decided_at, row.decision_note);
  const end = toStep(row.ended_by, row.ended_at, row.end_note);
  const artifact = toArtifact(row);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    ...(row.entity_title && { entityTitle: row.entity_title }),
    ...(row.owner && { owner: row.owner }),
    state: overrideState(
      {
        status: row.status,
        from: new Date(row.from_at).getTime(),
        until: new Date(row.until_at).getTime(),
      },
      now.getTime(),
    ),
    environments,
    ...(artifact && { artifact }),
    from: toIso(row.from_at),
    until: toIso(row.until_at),
    reason: row.reason,
    ...(row.ticket !== null && { ticket: row.ticket }),
    requestedBy: row.requested_by,
    requestedAt: toIso(row.requested_at),
    ...(decision && { decision }),
    ...(end && { end }),
  };
}

export function toGateOverride(
  row: OverrideRow,
  environments: string[],
): GateOverride {
  const artifact = toArtifact(row);
  return {
    id: row.id,
    by: row.requested_by,
    reason: row.reason,
    ...(row.ticket !== null && { ticket: row.ticket }),
    from: toIso(row.from_at),
    until: toIso(row.until_at),
    environments,
    ...(artifact && { artifact }),
  };
}

function toArtifact(row: OverrideRow): Artifact | undefined {
  const artifact = {
    ...(row.artifact_name !== null && { name: row.artifact_name }),
    ...(row.artifact_version !== null && { version: row.artifact_version }),
    ...(row.artifact_digest !== null && { digest: row.artifact_digest }),
  };
  return Object.keys(artifact).length > 0 ? artifact : undefined;
}

function toStep(
  by: string | null,
  at: DbTime | null,
  note: string | null,
): Override['decision'] {
  return by === null || at === null
    ? undefined
    : { by, at: toIso(at), ...(note !== null && { note }) };
}

function toIso(value: DbTime): string {
  return new Date(value).toISOString();
}
