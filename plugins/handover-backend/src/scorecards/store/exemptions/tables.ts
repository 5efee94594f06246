import type {
  Exemption,
  ExemptionState,
} from '@backstage-handover/plugin-handover-common';
import { type DbTime, toIso } from '../tables';

export type ExemptionRow = {
  id: string;
  entity_ref: string;
  scorecard: string;
  check_id: string;
  state: ExemptionState;
  reason: string;
  evidence: string | null;
  requested_by: string;
  requested_at: DbTime;
  expires_at: DbTime;
  decided_by: string | null;
  decided_at: DbTime | null;
  decision_note: string | null;
  ended_by: string | null;
  ended_at: DbTime | null;
  end_note: string | null;
};

/** A row with what the mirror of the catalog knows of its entity. */
export type ListedRow = ExemptionRow & {
  entity_title?: string | null;
  owner?: string | null;
};

export function toExemption(row: ListedRow, now: Date): Exemption {
  const isOpen = row.state === 'requested' || row.state === 'approved';
  const isOver = new Date(row.expires_at) <= now;
  const decision = toStep(row.decided_by, row.decided_at, row.decision_note);
  const end = toStep(row.ended_by, row.ended_at, row.end_note);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    ...(row.entity_title && { entityTitle: row.entity_title }),
    ...(row.owner && { owner: row.owner }),
    scorecard: row.scorecard,
    check: row.check_id,
    state: isOpen && isOver ? 'expired' : row.state,
    reason: row.reason,
    ...(row.evidence !== null && { evidence: row.evidence }),
    requestedBy: row.requested_by,
    requestedAt: toIso(row.requested_at),
    expiresAt: toIso(row.expires_at),
    ...(decision && { decision }),
    ...(end && { end }),
  };
}

function toStep(
  by: string | null,
  at: DbTime | null,
  note: string | null,
): Exemption['decision'] {
  return by === null || at === null
    ? undefined
    : { by, at: toIso(at), ...(note !== null && { note }) };
}
