import type {
  HandoverEvent,
  HandoverEventTopic,
} from '@backstage-handover/plugin-handover-common';

// Rows as they are in the database, and what they mean.

export type DomainEventRow = {
  /** PostgreSQL gives large numbers as text. */
  number: number | string;
  id: string;
  sequence: number | string | null;
  topic: HandoverEventTopic;
  entity_ref: string;
  at: Date | number | string;
  data: string;
};

export type RelayRow = {
  id: 1;
  last_sequence: number | string;
  published_sequence: number | string;
  failures: number;
  claim_token: string | null;
  claimed_until: Date | number | string | null;
};

export function toDomainEvent(row: DomainEventRow): HandoverEvent {
  return {
    topic: row.topic,
    payload: {
      id: row.id,
      sequence: Number(row.sequence),
      entityRef: row.entity_ref,
      at: new Date(row.at).toISOString(),
      ...JSON.parse(row.data),
    },
  };
}
