import { Worker } from 'node:worker_threads';
import { ServiceUnavailableError } from '@backstage/errors';

/** Most time for a worker to start, which takes long on a busy machine. */
const START_MS = 60_000;

/**
 * A task took longer than it may.
 *
 * @public
 */
export class DeadlineError extends Error {
  /** The name of this class. */
  name = 'DeadlineError';
}

type Task<T, R> = {
  input: T;
  resolve(result: R): void;
  reject(error: Error): void;
};

/**
 * What the threads of a {@link WorkerPool} run, and how much.
 *
 * @public
 */
export type WorkerPoolOptions = {
  /** CommonJS that the workers run; it sends `ready`, and answers each message with one. */
  code: string;
  /** What the workers begin with. */
  data: unknown;
  /** Most workers at the same time. */
  size: number;
  /** Most tasks that wait for a worker. */
  maxWaiting: number;
  /** Most time for one task, once a worker has it. */
  deadlineMs: number;
  /** Most memory of one worker. */
  maxMemoryMb: number;
  /** Of whom the message says that there is too much to do. */
  what: string;
};

/**
 * Runs tasks in threads of their own, so that a task that takes long does not
 * stop anything else. Workers are started when they are needed first, and one
 * that fails or is too slow is replaced.
 *
 * @public
 */
export class WorkerPool<T, R> {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Task<T, R>[] = [];
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  #starting = 0;
  #stopped = false;

  /** Creates a pool. It starts no thread yet. */
  static create<T, R>(options: WorkerPoolOptions): WorkerPool<T, R> {
    return new WorkerPool(options);
  }

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /**
   * Runs a task in one of the threads.
   *
   * @throws DeadlineError if the task takes too long, ServiceUnavailableError if
   *   there are too many tasks or the worker failed.
   */
  async run(input: T): Promise<R> {
    const { maxWaiting, what } = this.#options;
    if (this.#stopped || this.#waiting.length >= maxWaiting) {
      throw new ServiceUnavailableError(
        `Too many ${what} are waiting. Try again later`,
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads. Tasks that they have fail. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#all].map(worker => worker.terminate()));
  }

  #next(): void {
    const worker = this.#waiting.length > 0 ? this.#idle.pop() : undefined;
    const task = worker && this.#waiting.shift();
    if (task) {
      this.#assign(worker, task);
    } else if (
      this.#waiting.length > this.#starting &&
      this.#all.size < this.#options.size &&
      !this.#stopped
    ) {
      this.#start();
    }
  }

  #start(): void {
    const { code, data, maxMemoryMb, what } = this.#options;
    const worker = new Worker(code, {
      eval: true,
      workerData: data,
      // As this process was started: with what reads TypeScript, for example.
      execArgv: process.execArgv,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    });
    this.#all.add(worker);
    this.#starting += 1;
    const settle = () => {
      this.#starting -= 1;
    };
    const fail = (error?: Error) => {
      settle();
      this.#discard(worker);
      // Nothing else would ever come for those that wait.
      for (const task of this.#waiting.splice(0)) {
        task.reject(
          new ServiceUnavailableError(
            `No thread could be started for ${what}`,
            error,
          ),
        );
      }
    };
    awaitOne(worker, {
      timeoutMs: START_MS,
      onTimeout: fail,
      onFailure: fail,
      onMessage: () => {
        settle();
        worker.unref();
        this.#idle.push(worker);
        this.#next();
      },
    });
  }

  #discard(worker: Worker): void {
    this.#all.delete(worker);
    // An error of a worker that is given up is nobody's.
    worker.on('error', () => {});
    worker.terminate();
  }

  #assign(worker: Worker, task: Task<T, R>): void {
    const { deadlineMs, what } = this.#options;
    worker.ref();
    const settle = (isUsable: boolean) => {
      if (isUsable && !this.#stopped) {
        worker.unref();
        this.#idle.push(worker);
      } else {
        this.#discard(worker);
      }
      this.#next();
    };
    const fail = (error: Error) => {
      settle(false);
      task.reject(error);
    };
    const unavailable = (error?: Error | string) =>
      fail(new ServiceUnavailableError(`One of the ${what} failed`, error));
    awaitOne(worker, {
      timeoutMs: deadlineMs,
      onTimeout: () =>
        fail(
          new DeadlineError(`took longer than ${deadlineMs / 1000} seconds`),
        ),
      onFailure: unavailable,
      onMessage: (result: { value: R } | { error: string }) => {
        if ('error' in result) {
          unavailable(result.error);
        } else {
          settle(true);
          task.resolve(result.value);
        }
      },
    });
    worker.postMessage(task.input);
  }
}

/** Waits for the first of these. */
function awaitOne<M>(
  worker: Worker,
  options: {
    timeoutMs: number;
    onTimeout(): void;
    onFailure(error?: Error): void;
    onMessage(message: M): void;
  },
): void {
  const controller = new AbortController();
  const { signal } = controller;
  const first =
    <A extends unknown[]>(listener: (...args: A) => void) =>
    (...args: A) => {
      if (!signal.aborted) {
        controller.abort();
        listener(...args);
      }
    };
  const onMessage = first(options.onMessage);
  const onError = first(options.onFailure);
  const onExit = first(() => options.onFailure());
  const timer = setTimeout(first(options.onTimeout), options.timeoutMs);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}
