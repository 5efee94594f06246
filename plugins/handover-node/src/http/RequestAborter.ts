import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Node.js publishes each HTTP request here when it is created. */
const CHANNEL = 'http.client.request.created';

/**
 * Aborts HTTP requests of code that takes no `AbortSignal`.
 *
 * Backstage's clients of the catalog, the permission backend and the event bus
 * take no signal and keep their requests to themselves. Without this, each
 * request that is never answered holds a socket for as long as the other side
 * keeps it open.
 *
 * It reaches requests of `node:http`, which those clients use. Anything else,
 * such as the connection of a cache, goes on when the signal fires.
 */
export class RequestAborter {
  readonly #signals = new AsyncLocalStorage<AbortSignal>();
  readonly #isAborted: (request: ClientRequest) => boolean;
  #running = 0;

  /** @param options.isAborted - Which requests are aborted. Default: all. */
  static create(
    options: { isAborted?: (request: ClientRequest) => boolean } = {},
  ): RequestAborter {
    return new RequestAborter(options);
  }

  private constructor(options: {
    isAborted?: (request: ClientRequest) => boolean;
  }) {
    this.#isAborted = options.isAborted ?? (() => true);
  }

  /** Runs a call whose requests are destroyed when the signal fires. */
  async run<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    if (this.#running++ === 0) {
      subscribe(CHANNEL, this.#onRequest);
    }
    try {
      return await this.#signals.run(signal, call);
    } finally {
      if (--this.#running === 0) {
        unsubscribe(CHANNEL, this.#onRequest);
      }
    }
  }

  readonly #onRequest = (message: unknown): void => {
    const signal = this.#signals.getStore();
    const { request } = message as { request: ClientRequest };
    if (!signal || !this.#isAborted(request)) {
      return;
    }
    const abort = () => {
      request.destroy(signal.reason);
    };
    if (signal.aborted) {
      // Whoever created it listens for errors from now on.
      process.nextTick(abort);
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    request.once('close', () => signal.removeEventListener('abort', abort));
  };
}
