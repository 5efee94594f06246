// Rows as they are in the database.

export type ReadingRow = {
  entity_ref: string;
  annotations: string;
  reading: string | null;
  problem: string | null;
  /** SQLite gives milliseconds, PostgreSQL dates. */
  read_at: Date | number | null;
};
