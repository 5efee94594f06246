import { ServiceUnavailableError } from '@backstage/errors';
import type { ClientRequest } from 'node:http';
import { RequestAborter } from './RequestAborter';

/** Open calls, abandoned ones included, after which others are refused. */
const MAX_OPEN = 500;

/**
 * Calls to one other backend, each with a time limit. At the limit, the call
 * fails and its HTTP requests are aborted.
 *
 * A call that cannot be aborted, because it isn't an HTTP request, is abandoned
 * and may stay open. So that such calls cannot pile up, only a limited number
 * can be open. Once it is reached, calls are refused without being sent, except
 * for one at a time that finds out whether the backend answers again.
 *
 * @public
 */
export class BackendCalls {
  readonly #title: string;
  readonly #timeoutMs: number;
  readonly #aborter: RequestAborter;
  #waiting = 0;
  readonly #abandoned = new Set<Promise<unknown>>();
  #isProbing = false;

  /** Creates the calls to one backend. */
  static create(options: {
    /** The backend, as the subject of a message: `The catalog`. */
    title: string;
    /** How long one call may take, in milliseconds. */
    timeoutMs: number;
    /** Which requests are aborted at the limit. Default: all of the call. */
    isAborted?: (request: ClientRequest) => boolean;
  }): BackendCalls {
    return new BackendCalls(options);
  }

  private constructor(options: Parameters<typeof BackendCalls.create>[0]) {
    this.#title = options.title;
    this.#timeoutMs = options.timeoutMs;
    this.#aborter = RequestAborter.create(options);
  }

  /**
   * Makes a call.
   *
   * @throws ServiceUnavailableError (HTTP 503) at the time limit, or at once if
   * too many calls are open.
   */
  async run<T>(call: () => Promise<T>): Promise<T> {
    const isFull = this.#waiting + this.#abandoned.size >= MAX_OPEN;
    if (isFull && this.#isProbing) {
      throw new ServiceUnavailableError(
        `${this.#title} has ${MAX_OPEN} open requests; this one was not sent`,
      );
    }
    if (!isFull) {
      return this.#send(call);
    }
    this.#isProbing = true;
    try {
      return await this.#send(call);
    } finally {
      this.#isProbing = false;
    }
  }

  async #send<T>(call: () => Promise<T>): Promise<T> {
    const timeout = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const timedOut = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const error = new ServiceUnavailableError(
          `${this.#title} did not answer within ${
            this.#timeoutMs / 1000
          } seconds`,
        );
        reject(error);
        timeout.abort(error);
      }, this.#timeoutMs);
    });
    this.#waiting++;
    const answer = this.#aborter.run(timeout.signal, call);
    try {
      return await Promise.race([answer, timedOut]);
    } finally {
      clearTimeout(timer);
      this.#waiting--;
      if (timeout.signal.aborted) {
        this.#abandon(answer);
      } else if (this.#isProbing) {
        // It answers again: what it has not answered by now is lost.
        this.#abandoned.clear();
      }
    }
  }

  #abandon(answer: Promise<unknown>): void {
    this.#abandoned.add(answer);
    const settled = () => this.#abandoned.delete(answer);
    answer.then(settled, settled);
  }
}
