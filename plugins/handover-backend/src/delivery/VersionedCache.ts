import { LRUCache } from 'lru-cache';

type Entry = { version: string; value: unknown; size: number };

/**
 * Values computed from stored data, kept until a newer version of the data is
 * stored. The tab asks often, and deployments are rare.
 */
export class VersionedCache {
  readonly #entries: LRUCache<string, Entry>;

  /** @param options.maxSize - Of all values together, in the units of `sizeOf`. */
  static create(options: { maxSize: number }): VersionedCache {
    return new VersionedCache(options);
  }

  private constructor({ maxSize }: { maxSize: number }) {
    this.#entries = new LRUCache({
      maxSize,
      sizeCalculation: entry => entry.size,
    });
  }

  /**
   * The value of a key. It is read again if the version has changed.
   *
   * @param options.version - Version of the data, read before the value is.
   */
  async get<T>(options: {
    key: string;
    version: string;
    read: () => Promise<T>;
    sizeOf: (value: T) => number;
  }): Promise<T> {
    const { key, version, read, sizeOf } = options;
    const entry = this.#entries.get(key);
    if (entry?.version === version) {
      return entry.value as T;
    }
    const value = await read();
    this.#entries.set(key, { version, value, size: 1 + sizeOf(value) });
    return value;
  }
}
