/** Opsgenie names the period of the limit that was reached, in seconds. */
export function withRetryAfter(
  headers: Record<string, string>,
): Record<string, string> {
  const { 'x-ratelimit-period-in-sec': period } = headers;
  return period === undefined || headers['x-ratelimit-state'] !== 'THROTTLED'
    ? headers
    : { 'retry-after': period, ...headers };
}
