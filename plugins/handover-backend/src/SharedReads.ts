import { LRUCache } from 'lru-cache';

/**
 * Results by key, in memory. Concurrent callers share one read, and so do callers
 * shortly after it. A read that fails is not kept.
 */
export class SharedReads<T extends object> {
  readonly #open = new Map<string, Promise<T>>();
  readonly #recent: LRUCache<string, T>;

  static create<T extends object>(options: {
    /** How long a result is used. */
    maxAgeMs: number;
    /** Size of all results together. */
    maxSize: number;
    /** At least 1. */
    sizeOf: (result: T) => number;
  }): SharedReads<T> {
    return new SharedReads(options);
  }

  private constructor(options: Parameters<typeof SharedReads.create<T>>[0]) {
    this.#recent = new LRUCache({
      ttl: options.maxAgeMs,
      maxSize: options.maxSize,
      sizeCalculation: options.sizeOf,
    });
  }

  async get(key: string, read: () => Promise<T>): Promise<T> {
    const recent = this.#recent.get(key);
    if (recent) {
      return recent;
    }
    const open = this.#open.get(key);
    if (open) {
      return open;
    }
    const reading = this.#read(key, read).finally(() => this.#open.delete(key));
    this.#open.set(key, reading);
    return reading;
  }

  async #read(key: string, read: () => Promise<T>): Promise<T> {
    const result = await read();
    this.#recent.set(key, result);
    return result;
  }
}
