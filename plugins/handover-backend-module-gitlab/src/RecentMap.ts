/** Remembers values until too many others were used since. */
export class RecentMap<V> {
  readonly #size: number;
  readonly #values = new Map<string, V>();

  static ofSize<T>(size: number): RecentMap<T> {
    return new RecentMap(size);
  }

  private constructor(size: number) {
    this.#size = size;
  }

  get(key: string): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) {
      this.set(key, value);
    }
    return value;
  }

  set(key: string, value: V): void {
    // A Map is in the order of insertion: what was used goes to its end.
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#size) {
      const [oldest] = this.#values.keys();
      this.#values.delete(oldest);
    }
  }
}
