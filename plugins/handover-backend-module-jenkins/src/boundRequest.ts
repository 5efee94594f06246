import type Jenkins from 'jenkins';
import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';

/** Of one answer. */
const MAX_BYTES = 10 * 1024 * 1024;

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
};

/** Keeps what is written to it, up to where it is too much. */
class BoundedBuffer extends Writable {
  readonly #chunks: Buffer[] = [];
  readonly #onTooLarge: () => void;
  #bytes = 0;
  isBroken = false;

  constructor(onTooLarge: () => void) {
    super();
    this.#onTooLarge = onTooLarge;
  }

  get isTooLarge(): boolean {
    return this.#bytes > MAX_BYTES;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (!this.isTooLarge) {
      this.#bytes += chunk.length;
      this.#chunks.push(chunk);
      if (this.isTooLarge) {
        this.#chunks.length = 0;
        this.#onTooLarge();
      }
    }
    done();
  }
}

/** Has a request of the client end with the signal, and when it is answered with too much. */
export function boundRequest(
  request: Jenkins.Request,
  signal: AbortSignal,
): void {
  const ends = new EventEmitter();
  const cancel = () => ends.emit('cancel');
  signal.addEventListener('abort', cancel, { once: true });
  request.ctx = ends;
  const buffer = new BoundedBuffer(cancel);
  request.pipe = buffer;
  // The client waits for an end that does not come where the connection breaks.
  buffer.on('pipe', (answer: IncomingMessage) =>
    answer.on('close', () => {
      if (!answer.complete) {
        buffer.isBroken = true;
        cancel();
      }
    }),
  );
}

/** What a request that {@link boundRequest} bounded came to. */
export function toAnswer(
  request: Jenkins.Request,
): Answer | { failure: string } {
  const { err, pipe, res } = request;
  if (pipe instanceof BoundedBuffer) {
    if (pipe.isTooLarge) {
      return { failure: `responded with more than ${MAX_BYTES / 1024} KiB` };
    }
    if (pipe.isBroken) {
      return { failure: 'closed the connection before the end of its response' };
    }
    if (res) {
      return { status: res.statusCode, headers: res.headers, text: pipe.text };
    }
  }
  const { code } = (err ?? {}) as { code?: string };
  return { failure: `cannot be reached${code ? ` (${code})` : ''}` };
}
