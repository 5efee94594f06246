import type { LinkState } from '@backstage-handover/plugin-handover-common/scorecards';

// Rows as they are in the database.

export type LinkRow = {
  url: string;
  state: LinkState | null;
  status: number | null;
  reason: string | null;
  /** SQLite gives milliseconds, PostgreSQL dates. */
  checked_at: Date | number | null;
};

export type UseRow = { entity_ref: string; path: string; url: string };

export type LinkDocumentRow = { entity_ref: string; revision: number };
