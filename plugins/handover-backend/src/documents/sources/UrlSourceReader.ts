import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Readable } from 'node:stream';
import { redactUrl } from './redactUrl';
import {
  type SourceLocation,
  type SourceReader,
  type SourceResult,
  tooLarge,
} from './SourceReader';

type UrlLocation = Extract<SourceLocation, { type: 'url' }>;

const NETWORK_REASONS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was lost',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the host name could not be resolved',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  UND_ERR_SOCKET: 'the connection was lost',
  // What is left of it where a reader passes on the message alone.
  'fetch failed': 'no connection could be made',
};

/** Thrown while reading, to tell what went wrong without the upstream's words. */
class TooLargeError extends Error {}

/**
 * Reads documents through the URL readers of the backend, with their
 * integrations, credentials and allow list.
 */
export class UrlSourceReader implements SourceReader<UrlLocation> {
  readonly #urlReader: UrlReaderService;
  readonly #maxBytes: number;
  readonly #timeoutMs: number;

  static create(options: {
    urlReader: UrlReaderService;
    maxBytes: number;
    timeoutMs: number;
  }): UrlSourceReader {
    return new UrlSourceReader(options);
  }

  private constructor(options: {
    urlReader: UrlReaderService;
    maxBytes: number;
    timeoutMs: number;
  }) {
    this.#urlReader = options.urlReader;
    this.#maxBytes = options.maxBytes;
    this.#timeoutMs = options.timeoutMs;
  }

  async read(
    location: UrlLocation,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<SourceResult> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    try {
      return await untilAborted(
        this.#readWithin(location.url, options.etag, signal),
        signal,
      );
    } catch (error) {
      return this.#explain(error, location.url, timeout.aborted);
    }
  }

  async #readWithin(
    url: string,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceResult> {
    const response = await this.#urlReader.readUrl(url, { etag, signal });
    const content = response.stream
      ? await readStream(response.stream(), this.#maxBytes, signal)
      : await response.buffer();
    if (content.length > this.#maxBytes) {
      throw new TooLargeError();
    }
    return { status: 'content', content, etag: response.etag };
  }

  /**
   * Never passes on the message of an upstream, because it can contain tokens
   * and internal addresses.
   */
  #explain(error: unknown, url: string, timedOut: boolean): SourceResult {
    if (error instanceof TooLargeError) {
      return { status: 'invalid', message: tooLarge(this.#maxBytes) };
    }
    const name = isError(error) ? error.name : '';
    if (name === 'NotModifiedError') {
      return { status: 'unchanged' };
    }
    if (name === 'NotFoundError') {
      return { status: 'missing' };
    }
    const code = findCode(error);
    const reason = timedOut
      ? `no response within ${this.#timeoutMs / 1000} seconds`
      : (code && NETWORK_REASONS[code]) || reasonOf(error);
    return {
      status: 'unreachable',
      message: `Could not read ${redactUrl(url)}: ${reason}`,
      noAnswer: timedOut || code !== undefined,
    };
  }
}

function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return 'the read failed';
  }
  if (
    error.name === 'NotAllowedError' ||
    /\bnot allowed by backend\.reading\.allow\b/.test(error.message)
  ) {
    return "reading from there is not allowed; the host, and each host that it redirects to, needs an integration or an entry in 'backend.reading.allow'";
  }
  if (/Too many redirects/.test(error.message)) {
    return 'it redirects too many times';
  }
  const status = /\b[45]\d\d\b/.exec(withoutUrls(error.message))?.[0];
  return status ? `the server responded with ${status}` : 'the read failed';
}

function withoutUrls(message: string): string {
  return message.replace(/https?:\/\/[^\s,]+/g, '');
}

/** `ECONNREFUSED` and the like, from a cause or, as readers wrap it, from the message. */
function findCode(error: unknown): string | undefined {
  for (let cause = error; isError(cause); cause = cause.cause) {
    const { code, message } = cause;
    const found = Object.keys(NETWORK_REASONS).find(
      known => known === code || withoutUrls(message).includes(known),
    );
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Reads no more than the limit, whatever the other side sends. */
async function readStream(
  stream: Readable,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const stop = () => stream.destroy(new Error('Aborted'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream) {
      const buffer = Buffer.from(chunk);
      size += buffer.length;
      if (size > maxBytes) {
        throw new TooLargeError();
      }
      chunks.push(buffer);
    }
    return Buffer.concat(chunks);
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
}

/** Not every reader heeds the signal; the wait ends all the same. */
async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('Aborted'));
    if (signal.aborted) {
      stop();
    } else {
      signal.addEventListener('abort', stop, { once: true });
    }
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
