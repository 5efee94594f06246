import { toError } from '@backstage/errors';
import { boundResponse } from './boundResponse';

/** Of one answer, after it is unpacked. */
const MAX_BYTES = 10 * 1024 * 1024;

const MAX_REDIRECTS = 3;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Creates a `fetch` for systems whose responses can't be trusted. It aborts
 * responses that are too large, sends credentials only to the same origin when
 * it follows redirects, and throws errors that name the system. It rejects
 * methods other than GET and HEAD. Use the `signal` of a request to limit its
 * time.
 *
 * @throws Error with a readable message, without addresses or credentials
 *
 * @public
 */
export function createBoundedFetch(options: {
  /** Display name of the system, for example `Argo CD`. */
  title: string;
  /** Maximum size of a response in bytes. The default is 10 MiB. */
  maxBytes?: number;
}): typeof fetch {
  const { title, maxBytes = MAX_BYTES } = options;
  return async (input, init) => {
    const first = new Request(input, { ...init, redirect: 'manual' });
    if (first.method !== 'GET' && first.method !== 'HEAD') {
      throw new Error(
        `${title} is read-only: ${first.method} requests are not sent`,
      );
    }
    let request = first;
    for (let redirects = 0; ; redirects++) {
      const response = await send(title, request);
      if (!REDIRECTS.has(response.status)) {
        return boundResponse(title, response, maxBytes);
      }
      await response.body?.cancel();
      const next = toRedirect(first.url, request.url, response);
      if (!next || redirects === MAX_REDIRECTS) {
        throw new Error(
          next
            ? `${title} redirects more than ${MAX_REDIRECTS} times`
            : `${title} redirects to another host, which Handover does not follow: check its URL and credentials`,
        );
      }
      request = new Request(next, {
        method: first.method,
        headers: first.headers,
        signal: first.signal,
        redirect: 'manual',
      });
    }
  };
}

async function send(title: string, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    request.signal.throwIfAborted();
    // "fetch failed" says nothing, its cause does.
    const { cause } = toError(error) as { cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
    throw new Error(`${title} cannot be reached${code}`);
  }
}

/** The address within the same origin that a redirect names. */
function toRedirect(
  firstUrl: string,
  url: string,
  response: Response,
): URL | undefined {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, url)) {
    return undefined;
  }
  const next = new URL(location, url);
  return next.origin === new URL(firstUrl).origin ? next : undefined;
}
