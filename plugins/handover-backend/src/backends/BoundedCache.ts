import { BackendCalls } from '@backstage-handover/plugin-handover-node';
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

/** How far the clocks of processes that share a cache may differ. */
const SKEW_MS = 1_000;

/** A value and when it is valid, in milliseconds since 1970. */
type CachedValue = { value: JsonValue; from: number; until?: number };

/**
 * The cache with a time limit for each call. Values expire even if the clock is
 * set back: a value from the future is ignored.
 */
export class BoundedCache implements CacheService {
  readonly #cache: CacheService;
  readonly #calls: BackendCalls;
  readonly #now: () => number;
  readonly #ttlMs: number | undefined;

  static create(options: {
    cache: CacheService;
    timeoutMs: number;
    now?: () => number;
  }): CacheService {
    const { timeoutMs } = options;
    return new BoundedCache({
      ...options,
      calls: BackendCalls.create({ title: 'The cache', timeoutMs }),
    });
  }

  private constructor(options: {
    cache: CacheService;
    calls: BackendCalls;
    now?: () => number;
    ttlMs?: number;
  }) {
    this.#cache = options.cache;
    this.#calls = options.calls;
    this.#now = options.now ?? (() => Date.now());
    this.#ttlMs = options.ttlMs;
  }

  async get<TValue extends JsonValue>(
    key: string,
  ): Promise<TValue | undefined> {
    const cached = await this.#calls.run(() =>
      this.#cache.get<CachedValue>(key),
    );
    const now = this.#now();
    return cached &&
      cached.from - SKEW_MS <= now &&
      (cached.until === undefined || now < cached.until)
      ? (cached.value as TValue)
      : undefined;
  }

  async set(
    key: string,
    value: JsonValue,
    options?: CacheServiceSetOptions,
  ): Promise<void> {
    const from = this.#now();
    const ttlMs = toMs(options?.ttl) ?? this.#ttlMs;
    const cached: CachedValue = {
      value,
      from,
      ...(ttlMs !== undefined && { until: from + ttlMs }),
    };
    await this.#calls.run(() => this.#cache.set(key, cached, options));
  }

  async delete(key: string): Promise<void> {
    await this.#calls.run(() => this.#cache.delete(key));
  }

  withOptions(options: CacheServiceOptions): CacheService {
    return new BoundedCache({
      cache: this.#cache.withOptions(options),
      calls: this.#calls,
      now: this.#now,
      ttlMs: toMs(options.defaultTtl) ?? this.#ttlMs,
    });
  }
}

function toMs(ttl: number | HumanDuration | undefined): number | undefined {
  return typeof ttl === 'object' ? durationToMilliseconds(ttl) : ttl;
}
