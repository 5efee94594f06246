import { toError } from '@backstage/errors';

/** Of one answer, after it is unpacked. */
const MAX_BYTES = 10 * 1024 * 1024;

const MAX_REDIRECTS = 3;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A `fetch` that reads from systems which may answer anything. An answer that is
 * too large ends when it is so, credentials follow a redirect within the same
 * origin only, and what fails says for people which system did. It only reads:
 * methods other than GET and HEAD are refused.
 *
 * Slow answers end with the `signal` of the request.
 *
 * @throws Error with a message for people, without an address or credentials.
 *
 * @public
 */
export function createBoundedFetch(options: {
  /** The system, for people: `Argo CD`. */
  title: string;
  /** Bytes of one response. Default: 10 MiB. */
  maxBytes?: number;
}): typeof fetch {
  const { title, maxBytes = MAX_BYTES } = options;
  return async (input, init) => {
    const first = new Request(input, { ...init, redirect: 'manual' });
    if (first.method !== 'GET' && first.method !== 'HEAD') {
      throw new Error(`${title} is only read, ${first.method} is not sent`);
    }
    let request = first;
    for (let redirects = 0; ; redirects++) {
      const response = await send(title, request);
      if (!REDIRECTS.has(response.status)) {
        return bound(title, response, maxBytes);
      }
      await response.body?.cancel();
      const next = toRedirect(first.url, request.url, response);
      if (!next || redirects === MAX_REDIRECTS) {
        throw new Error(
          next
            ? `${title} redirects more than ${MAX_REDIRECTS} times`
            : `${title} redirects to another address, which is not followed: check its URL and credentials`,
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

function bound(title: string, response: Response, maxBytes: number): Response {
  const reader = response.body?.getReader();
  if (!reader) {
    return response;
  }
  let bytes = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read().catch(error => {
        // "terminated" says nothing.
        throw toError(error).name === 'TypeError'
          ? new Error(`${title} broke off its answer`)
          : error;
      });
      if (chunk.done) {
        controller.close();
        return;
      }
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        throw new Error(
          `${title} answers with more than ${Math.round(maxBytes / 1024)} KiB`,
        );
      }
      controller.enqueue(chunk.value);
    },
    cancel: reason => reader.cancel(reason),
  });
  const bounded = new Response(body, response);
  Object.defineProperty(bounded, 'url', { value: response.url });
  return bounded;
}
