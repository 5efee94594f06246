import { toError } from '@backstage/errors';
import { STATUS_CODES } from 'node:http';
import { boundResponse } from '../http/boundResponse';
import { PageNotSentError } from './PageNotSentError';

/** Of one answer, after it is unpacked. */
const MAX_BYTES = 1024 * 1024;

/** There was no connection, so nothing was sent. */
const NOT_CONNECTED = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The system may have begun to work before it answered this. */
const REQUEST_TIMEOUT = 408;

/**
 * These ask for the same request elsewhere. Others, such as 303, are also what
 * an application answers after it has accepted a request.
 */
const NOT_HERE = new Set([307, 308]);

const HINTS: Record<number, string> = {
  401: 'check the credentials',
  403: 'check the credentials',
  404: 'check the URL',
  429: 'it has reached its rate limit',
};

/**
 * Sends a page to an on-call system as JSON, once. Redirects are not followed,
 * and large responses are aborted.
 *
 * @returns the body of the response
 *
 * @throws PageNotSentError if it is certain that the system did not take it: it
 *   can't be reached, or answers 307, 308 or 4xx except 408
 * @throws Error if the system may have taken it, which includes other redirects.
 *   Messages have no addresses and no credentials.
 *
 * @public
 */
export async function postPage(
  url: string,
  options: {
    /** Display name of the system, for example `PagerDuty`. */
    title: string;
    headers?: Record<string, string>;
    body: unknown;
    signal: AbortSignal;
  },
): Promise<string> {
  const { title, headers, body, signal } = options;
  const response = boundResponse(
    title,
    await send(url, {
      title,
      signal,
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
    MAX_BYTES,
  );
  if (response.ok) {
    return response.text();
  }
  await response.body?.cancel();
  throw toPageError(title, response.status);
}

/** What a response without success says about the page. */
function toPageError(title: string, status: number): Error {
  const answer = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (status >= 300 && status < 400) {
    const message = `${title} redirects pages (${answer}), which Handover does not follow: check the URL`;
    return NOT_HERE.has(status)
      ? new PageNotSentError(message)
      : new Error(message);
  }
  if (status >= 500 || status === REQUEST_TIMEOUT) {
    return new Error(`${title} answered the page with ${answer}`);
  }
  const hint = HINTS[status] ? `: ${HINTS[status]}` : '';
  return new PageNotSentError(`${title} refused the page: ${answer}${hint}`);
}

async function send(
  url: string,
  { title, ...init }: RequestInit & { title: string; signal: AbortSignal },
): Promise<Response> {
  if (init.signal.aborted) {
    throw new PageNotSentError(
      `The time limit was reached before the page was sent to ${title}`,
    );
  }
  try {
    return await fetch(url, init);
  } catch (error) {
    init.signal.throwIfAborted();
    const { cause } = toError(error) as { cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? cause.code : undefined;
    const message = `${title} cannot be reached${code ? ` (${code})` : ''}`;
    throw code !== undefined && NOT_CONNECTED.has(code)
      ? new PageNotSentError(message)
      : new Error(message);
  }
}
