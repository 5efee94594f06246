import { toUpstreamError } from '@backstage-handover/plugin-handover-node';

/**
 * The fields of Octokit's `RequestError`. Without a response, the status means
 * nothing.
 */
type Failure = {
  message?: unknown;
  status?: unknown;
  response?: { headers?: Record<string, unknown>; data?: unknown };
};

/** GitHub says it in the message alone, at times. */
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;

/**
 * Converts an error of Octokit to a readable error. The message of Octokit
 * isn't passed on, because it can contain responses and headers.
 */
export function toGithubError(
  error: unknown,
  options: { title: string; subject: string },
): Error {
  const { title } = options;
  const { message, status, response } = error as Failure;
  if (!response || typeof status !== 'number') {
    const text = String(message);
    return new Error(
      text.startsWith(title) ? text : `${title} cannot be reached`,
    );
  }
  const { headers = {} } = response;
  // It has nothing to do with the limit that the other headers tell of.
  return (status === 403 || status === 429) &&
    SECONDARY_LIMIT.test(textOf(response.data))
    ? toUpstreamError({
        ...options,
        status: 429,
        headers: { 'retry-after': headers['retry-after'] },
      })
    : toUpstreamError({ ...options, status, headers });
}

/** As text, or as Octokit parses it where it may. */
function textOf(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data) ?? '';
}
