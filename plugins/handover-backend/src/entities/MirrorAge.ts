import type { EntityStore } from './store';

/** The mirror is outdated after so many comparisons that did not finish. */
const MISSED_COMPARISONS = 5;

/** However often the catalog is compared. */
const MIN_AGE_MS = 10 * 60_000;

/** How long an answer is reused. Every request for a handover needs one. */
const REUSE_MS = 5_000;

/** Knows how old the mirror of the catalog is, whichever process updates it. */
export class MirrorAge {
  readonly #store: Pick<EntityStore, 'syncedAt'>;
  readonly #outdatedMs: number;
  readonly #now: () => number;
  readonly #monotonic: () => number;
  #known: { syncedAt: Promise<Date>; until: number } | undefined;

  static create(options: {
    store: Pick<EntityStore, 'syncedAt'>;
    /** How often the catalog is compared. */
    frequencyMs: number;
    now?: () => number;
    monotonic?: () => number;
  }): MirrorAge {
    return new MirrorAge(options);
  }

  private constructor(options: Parameters<typeof MirrorAge.create>[0]) {
    this.#store = options.store;
    this.#outdatedMs = Math.max(
      MIN_AGE_MS,
      MISSED_COMPARISONS * options.frequencyMs,
    );
    this.#now = options.now ?? (() => Date.now());
    this.#monotonic = options.monotonic ?? (() => performance.now());
  }

  /** The time that the mirror shows, if that is too long ago. */
  async outdatedSince(): Promise<Date | undefined> {
    const syncedAt = await this.#syncedAt();
    return this.#now() - syncedAt.getTime() > this.#outdatedMs
      ? syncedAt
      : undefined;
  }

  /** Forgets what is reused, after a comparison in this process. */
  reset(): void {
    this.#known = undefined;
  }

  async #syncedAt(): Promise<Date> {
    const now = this.#monotonic();
    if (!this.#known || this.#known.until <= now) {
      const known = {
        syncedAt: this.#store.syncedAt(),
        until: now + REUSE_MS,
      };
      this.#known = known;
      known.syncedAt.catch(() => {
        if (this.#known === known) {
          this.#known = undefined;
        }
      });
    }
    return this.#known.syncedAt;
  }
}
