// Rows as they are in the database.

export type QueueItemRow = {
  topic: string;
  key: string;
  /** While claimed: when the claim expires. */
  next_due_at: Date | number | string;
  claim_token: string | null;
  failures: number;
};
