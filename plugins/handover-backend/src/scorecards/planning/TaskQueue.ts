import { ServiceUnavailableError } from '@backstage/errors';

/** Runs tasks one after the other. A few wait; more are refused. */
export class TaskQueue {
  readonly #maxWaiting: number;
  readonly #what: string;
  #last: Promise<unknown> = Promise.resolve();
  #pending = 0;

  static create(options: { maxWaiting: number; what: string }): TaskQueue {
    return new TaskQueue(options);
  }

  private constructor(options: { maxWaiting: number; what: string }) {
    this.#maxWaiting = options.maxWaiting;
    this.#what = options.what;
  }

  /**
   * @param options.signal - Gives up the place of a task that still waits.
   * @throws ServiceUnavailableError if too many are waiting.
   */
  async run<T>(
    task: () => Promise<T>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<T> {
    // One of them is under way.
    if (this.#pending > this.#maxWaiting) {
      throw new ServiceUnavailableError(
        `Too many ${this.#what} are waiting; try again in a minute`,
      );
    }
    this.#pending += 1;
    let isWaiting = true;
    const leave = () => {
      if (isWaiting) {
        isWaiting = false;
        this.#pending -= 1;
      }
    };
    signal?.addEventListener('abort', leave);
    const result = this.#last.then(async () => {
      signal?.throwIfAborted();
      signal?.removeEventListener('abort', leave);
      return task();
    });
    this.#last = result.catch(() => {});
    try {
      return await result;
    } finally {
      leave();
    }
  }
}
