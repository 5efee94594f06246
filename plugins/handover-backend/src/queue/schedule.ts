/** How an item that failed is tried again. */
export type RetryConfig = {
  /** How long it waits after the first failure. The wait then doubles. */
  firstMs: number;
  /** The longest wait. */
  lastMs: number;
};

/** How long an item waits after some failures in a row, without jitter. */
export function backoffMs(failures: number, retry: RetryConfig): number {
  // More doublings than that overflow, and are past every bound anyway.
  const doublings = Math.min(Math.max(failures, 1) - 1, 40);
  return Math.min(retry.lastMs, retry.firstMs * 2 ** doublings);
}

/** The longest that `spreadDueAt` makes an item wait. */
export function longestWaitMs(waitMs: number): number {
  return Math.ceil(1.15 * waitMs) + 3;
}

/**
 * When an item is due that waits that long. The times are spread, so that items
 * that were done together do not stay together; and they come in steps, so that
 * a batch is stored in a few statements.
 *
 * @returns a time from `waitMs` to 15 % later, at the most 3 ms more.
 */
export function spreadDueAt(
  waitMs: number,
  options: { now?: number; random?: () => number } = {},
): Date {
  const { now = Date.now(), random = Math.random } = options;
  const step = Math.max(1, waitMs / 20);
  const spread = Math.floor(random() * 3) * step;
  return new Date(Math.ceil((now + waitMs + spread) / step) * step);
}
