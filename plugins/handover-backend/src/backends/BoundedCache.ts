import type {
  CacheService,
  CacheServiceOptions,
  CacheServiceSetOptions,
} from '@backstage/backend-plugin-api';
import {
  durationToMilliseconds,
  type HumanDuration,
  type JsonValue,
} from '@backstage/types';
import { withTimeout } from './withTimeout';

/** Clocks of processes that share a cache differ by this at most. */
const SKEW_MS = 1_000;

/** A value with the times between which it counts, in milliseconds since 1970. */
type Kept = { value: JsonValue; from: number; until?: number };

/**
 * A cache with a timeout, whose values expire even if the clock is set back:
 * values from the future are ignored.
 */
export class BoundedCache implements CacheService {
  readonly #cache: CacheService;
  readonly #timeoutMs: number;
  readonly #now: () => number;
  readonly #ttlMs: number | undefined;

  static create(options: {
    cache: CacheService;
    timeoutMs: number;
    now?: () => number;
  }): CacheService {
    return new BoundedCache(options);
  }

  private constructor(options: {
    cache: CacheService;
    timeoutMs: number;
    now?: () => number;
    ttlMs?: number;
  }) {
    this.#cache = options.cache;
    this.#timeoutMs = options.timeoutMs;
    this.#now = options.now ?? (() => Date.now());
    this.#ttlMs = options.ttlMs;
  }

  async get<TValue extends JsonValue>(
    key: string,
  ): Promise<TValue | undefined> {
    const kept = await this.#inTime(this.#cache.get<Kept>(key));
    const now = this.#now();
    return kept &&
      kept.from - SKEW_MS <= now &&
      (kept.until === undefined || now < kept.until)
      ? (kept.value as TValue)
      : undefined;
  }

  async set(
    key: string,
    value: JsonValue,
    options?: CacheServiceSetOptions,
  ): Promise<void> {
    const from = this.#now();
    const ttlMs = toMs(options?.ttl) ?? this.#ttlMs;
    const kept: Kept = {
      value,
      from,
      ...(ttlMs !== undefined && { until: from + ttlMs }),
    };
    await this.#inTime(this.#cache.set(key, kept, options));
  }

  async delete(key: string): Promise<void> {
    await this.#inTime(this.#cache.delete(key));
  }

  withOptions(options: CacheServiceOptions): CacheService {
    return new BoundedCache({
      cache: this.#cache.withOptions(options),
      timeoutMs: this.#timeoutMs,
      now: this.#now,
      ttlMs: toMs(options.defaultTtl) ?? this.#ttlMs,
    });
  }

  #inTime<T>(call: Promise<T>): Promise<T> {
    return withTimeout(call, { timeoutMs: this.#timeoutMs, what: 'The cache' });
  }
}

function toMs(ttl: number | HumanDuration | undefined): number | undefined {
  return typeof ttl === 'object' ? durationToMilliseconds(ttl) : ttl;
}
