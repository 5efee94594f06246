// Rows as they are in the database.

export type DecisionDayRow = {
  entity_ref: string;
  /** The key of its name. */
  environment: string;
  /** Date in UTC. */
  day: string;
  open: number;
  total: number;
  last_at: Date | number | string;
};
