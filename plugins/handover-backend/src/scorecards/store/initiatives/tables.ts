import type {
  InitiativeDefinition,
  InitiativeProgress,
} from '@backstage-handover/plugin-handover-common';
import { type DbTime, toIso } from '../tables';
import type { StoredInitiative } from './InitiativeStore';

export type InitiativeRow = {
  id: string;
  revision: number;
  status: StoredInitiative['status'];
  scorecard: string;
  definition: string;
  starts_on: string;
  ends_on: string;
  created_by: string;
  created_at: DbTime;
  measured_at: DbTime;
  announced: number | null;
  announced_on: string | null;
  published_at: DbTime | null;
  closed_by: string | null;
  closed_at: DbTime | null;
  close_note: string | null;
};

export type InitiativeEntityRow = {
  initiative_id: string;
  entity_ref: string;
  progress: InitiativeProgress;
  since: DbTime;
  /** Only of a closed initiative. */
  owner?: string | null;
};

export type InitiativeChangeRow = {
  /** PostgreSQL gives large numbers as text. */
  id: number | string;
  initiative_id: string;
  entity_ref: string;
  at: DbTime;
  previous: InitiativeProgress | null;
  progress: InitiativeProgress | null;
};

export function toInitiative(row: InitiativeRow): StoredInitiative {
  const definition: InitiativeDefinition = JSON.parse(row.definition);
  return {
    ...definition,
    id: row.id,
    revision: row.revision,
    status: row.status,
    createdBy: row.created_by,
    createdAt: toIso(row.created_at),
    measuredAt: toIso(row.measured_at),
    ...(row.announced !== null && { announced: row.announced }),
    ...(row.announced_on !== null && { announcedOn: row.announced_on }),
    ...(row.published_at !== null && { publishedAt: toIso(row.published_at) }),
    ...(row.closed_by !== null &&
      row.closed_at !== null && {
        closed: {
          by: row.closed_by,
          at: toIso(row.closed_at),
          ...(row.close_note !== null && { note: row.close_note }),
        },
      }),
  };
}

/** The columns that repeat what the definition says. */
export function toColumns(
  definition: InitiativeDefinition,
): Pick<InitiativeRow, 'scorecard' | 'definition' | 'starts_on' | 'ends_on'> {
  return {
    scorecard: definition.scorecard,
    definition: JSON.stringify(definition),
    starts_on: definition.startsOn,
    ends_on: definition.endsOn,
  };
}
