import { STATUS_CODES } from 'node:http';
import { RateLimitedError } from '../delivery/RateLimitedError';

/** The wait if a rate limit has no time. */
const DEFAULT_WAIT_MS = 60_000;

/** The longest wait. */
const MAX_WAIT_MS = 60 * 60_000;

const HINTS: Record<number, string> = {
  401: 'check the credentials',
  403: 'the credentials lack a permission',
  404: 'it does not exist, or the credentials cannot see it',
};

/**
 * Returns a readable error for a response without success. The status 429, or
 * 403 or 503 with a time to wait, becomes a {@link RateLimitedError}.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 *
 * @public
 */
export function toUpstreamError(options: {
  /** Display name of the system, for example `GitLab`. */
  title: string;
  status: number;
  /** Headers, with names in lowercase. */
  headers: Record<string, unknown>;
  /** What was requested, for example `the project 'shop/orders'`. */
  subject?: string;
  now?: Date;
}): Error {
  const { title, status, headers, subject, now = new Date() } = options;
  const retryAt = readRetryAt(status, headers, now);
  if (retryAt) {
    return new RateLimitedError({
      message: `${title} has reached its rate limit`,
      retryAt,
    });
  }
  const what = subject === undefined ? '' : ` when asked for ${subject}`;
  const reason = STATUS_CODES[status] ? ` ${STATUS_CODES[status]}` : '';
  const hint = HINTS[status] ? `: ${HINTS[status]}` : '';
  return new Error(`${title} answered ${status}${reason}${what}${hint}`);
}

function readRetryAt(
  status: number,
  headers: Record<string, unknown>,
  now: Date,
): Date | undefined {
  const text = (name: string) =>
    headers[name] === undefined ? undefined : String(headers[name]);
  const retryAfter = text('retry-after');
  const remaining =
    text('x-ratelimit-remaining') ?? text('ratelimit-remaining');
  const limited =
    status === 429 ||
    ((status === 403 || status === 503) && retryAfter !== undefined) ||
    (status === 403 && remaining === '0');
  if (!limited) {
    return undefined;
  }
  const reported = [
    retryAfter !== undefined && /^\d+$/.test(retryAfter)
      ? now.getTime() + Number(retryAfter) * 1000
      : Date.parse(retryAfter ?? ''),
    // GitHub and GitLab name the second of the epoch at which they allow more.
    Number(text('x-ratelimit-reset') ?? text('ratelimit-reset')) * 1000,
  ].find(time => Number.isFinite(time) && time > now.getTime());
  const wait =
    reported === undefined ? DEFAULT_WAIT_MS : reported - now.getTime();
  return new Date(now.getTime() + Math.min(MAX_WAIT_MS, wait));
}
