import { LRUCache } from 'lru-cache';

type Kept = { stamp: string; value: unknown; size: number };

/**
 * What was read and worked out of an entity's delivery, for as long as nothing
 * new is stored of it: a tab asks again and again, and deployments are rare.
 */
export class KeptReads {
  readonly #kept: LRUCache<string, Kept>;

  /** @param options.maxSize - Of all values together, as `get` is told. */
  static create(options: { maxSize: number }): KeptReads {
    return new KeptReads(options);
  }

  private constructor({ maxSize }: { maxSize: number }) {
    this.#kept = new LRUCache({ maxSize, sizeCalculation: kept => kept.size });
  }

  /**
   * The value of the key, read anew where its stamp is another.
   *
   * @param options.stamp - read before the value is
   */
  async get<T>(options: {
    key: string;
    stamp: string;
    read: () => Promise<T>;
    sizeOf: (value: T) => number;
  }): Promise<T> {
    const { key, stamp, read, sizeOf } = options;
    const kept = this.#kept.get(key);
    if (kept?.stamp === stamp) {
      return kept.value as T;
    }
    const value = await read();
    this.#kept.set(key, { stamp, value, size: 1 + sizeOf(value) });
    return value;
  }
}
