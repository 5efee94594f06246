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

  /** @throws ServiceUnavailableError if too many are waiting. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    // One of them is under way.
    if (this.#pending > this.#maxWaiting) {
      throw new ServiceUnavailableError(
        `Too many ${this.#what} are waiting; try again in a minute`,
      );
    }
    this.#pending += 1;
    const result = this.#last.then(task);
    this.#last = result.catch(() => {});
    try {
      return await result;
    } finally {
      this.#pending -= 1;
    }
  }
}
