/** In PagerDuty's `ratelimit-reset` are the seconds to wait, not a time. */
export function withRetryAfter(
  headers: Record<string, string>,
): Record<string, string> {
  const { 'ratelimit-reset': reset, ...others } = headers;
  return others['ratelimit-remaining'] === '0' && reset !== undefined
    ? { 'retry-after': reset, ...others }
    : others;
}
