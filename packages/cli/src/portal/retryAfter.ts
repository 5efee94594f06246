/** As the client of the API throws it. */
type ErrorWithResponse = {
  statusCode?: number;
  response?: { headers: Headers };
};

/** The status that the portal responded with. None if it did not respond. */
export function statusOf(error: unknown): number | undefined {
  return (error as ErrorWithResponse).statusCode;
}

/** How many milliseconds the portal asks to wait. None if it does not say. */
export function retryAfterMs(error: unknown, now: number): number | undefined {
  const header = (error as ErrorWithResponse).response?.headers.get(
    'Retry-After',
  );
  if (!header) {
    return undefined;
  }
  const ms = /^\d+$/.test(header)
    ? Number(header) * 1_000
    : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
