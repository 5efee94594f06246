/** Nobody is asked to wait longer. */
export const MAX_RETRY_AFTER_MS = 86_400_000;

/** A host that is too busy, and does not say for how long. */
const DEFAULT_MS = 60_000;

/** When a host that is too busy may be asked again (RFC 9110 §10.2.3). */
export function retryAfter(header: string | null, now: number): Date {
  const text = header?.trim() ?? '';
  const waitMs = /^\d+$/.test(text)
    ? Number(text) * 1_000
    : Date.parse(text) - now;
  return new Date(
    now +
      (Number.isNaN(waitMs)
        ? DEFAULT_MS
        : Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS)),
  );
}
