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
   * @throws the reason of the signal, as soon as it aborts a task that waits.
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
    const turn = this.#last;
    let leave = () => {};
    const left = new Promise<void>(resolve => {
      leave = resolve;
    });
    // Who gives up does not let the next one overtake those before.
    this.#last = turn.then(() => left);
    try {
      await untilAborted(turn, signal);
      return await task();
    } finally {
      this.#pending -= 1;
      leave();
    }
  }
}

/** Waits for a promise that never rejects, unless the signal is aborted first. */
async function untilAborted(
  promise: Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let abort = () => {};
  const aborted = new Promise<void>(resolve => {
    abort = resolve;
  });
  signal?.addEventListener('abort', abort);
  if (!signal?.aborted) {
    await Promise.race([promise, aborted]);
  }
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
}
