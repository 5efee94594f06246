import { toError } from '@backstage/errors';
import { boundResponse } from '../http/boundResponse';
import { toUpstreamError } from '../http/toUpstreamError';
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
 * Sends a page to an on-call system as JSON, once. Redirects are not followed,
 * and large responses are aborted.
 *
 * @returns the body of the response
 *
 * @throws PageNotSentError if it is certain that the system did not take it: it
 *   can't be reached, redirects, or answers 4xx
 * @throws Error if the system may have taken it. Messages have no addresses and
 *   no credentials.
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
    /** Headers as `toUpstreamError` reads them, if the system names waits otherwise. */
    toHeaders?: (headers: Record<string, string>) => Record<string, string>;
  },
): Promise<string> {
  const { title, headers, body, signal, toHeaders = same => same } = options;
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
  const { status } = response;
  if (status >= 300 && status < 400) {
    throw new PageNotSentError(
      `${title} redirects, which Handover does not follow for pages: check its URL`,
    );
  }
  const { message } = toUpstreamError({
    title,
    status,
    headers: toHeaders(Object.fromEntries(response.headers)),
    subject: 'a page',
  });
  throw status < 500 && status !== REQUEST_TIMEOUT
    ? new PageNotSentError(message)
    : new Error(message);
}

async function send(
  url: string,
  { title, ...init }: RequestInit & { title: string; signal: AbortSignal },
): Promise<Response> {
  if (init.signal.aborted) {
    throw new PageNotSentError(`${title} was not asked in time`);
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
