import { StrangeAnswerError, UnreachableError } from './errors';

/** Far more than any response of a portal has. */
const MAX_BYTES = 16 * 1024 * 1024;

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name cannot be resolved now',
  ETIMEDOUT: 'connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
  UND_ERR_SOCKET: 'the connection was closed',
};

/**
 * Fetches from the portal. Redirects are not followed, so that the token reaches
 * no other address, and a body has a limit, so that it cannot fill the memory.
 */
export const portalFetch: typeof fetch = async (input, init) => {
  const response = await reached(
    fetch(input, { ...init, redirect: 'manual' }),
    init?.signal,
  );
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    throw new StrangeAnswerError(redirected(response));
  }
  const body = await reached(readBody(response), init?.signal);
  // The body is decoded and whole by now.
  const headers = new Headers(response.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(body.length > 0 ? body : null, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
};

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early closes the connection.
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) {
      throw new StrangeAnswerError(
        `the response is larger than ${MAX_BYTES / 1024 / 1024} MiB`,
      );
    }
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** Turns errors of the network into one kind. An abort stays what it is. */
async function reached<T>(
  work: Promise<T>,
  signal: AbortSignal | null | undefined,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StrangeAnswerError) {
      throw error;
    }
    if (signal?.aborted) {
      if ((signal.reason as Error | undefined)?.name !== 'TimeoutError') {
        throw error;
      }
      throw new UnreachableError('the portal took too long to respond');
    }
    throw new UnreachableError(whyUnreachable(error));
  }
}

function whyUnreachable(error: unknown): string {
  const { message, cause } = error as Error;
  const { code = '', message: detail } = (cause ?? {}) as NodeJS.ErrnoException;
  return REASONS[code] ?? (detail || message);
}

function redirected(response: Response): string {
  const location = response.headers.get('Location') ?? '';
  const to = URL.canParse(location, response.url)
    ? new URL(location, response.url).origin
    : 'another address';
  return `it redirects to ${to}, and redirects are not followed`;
}
