import { TooManyRequestsError } from '../../TooManyRequestsError';

const MINUTE_MS = 60_000;

/** When to ask again while a task is under way: nobody knows how long it takes. */
const RETRY_SECONDS = 5;

type Options = {
  /** Tasks that a user can start in a minute. */
  perMinute: number;
  /** What a task is, for messages: `scorecard plan`. */
  what: string;
  now?: () => number;
};

/**
 * Runs one task of each user at a time, and a limited number in a minute, so
 * that nobody takes all places of a queue. Counts in this process only.
 */
export class UserLimits {
  readonly #options: Options;
  readonly #now: () => number;
  readonly #active = new Set<string>();
  /** When tasks were started in the last minute, by user, the earliest first. */
  readonly #starts = new Map<string, number[]>();

  static create(options: Options): UserLimits {
    return new UserLimits(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** @throws TooManyRequestsError if the user has to wait. */
  async run<T>(user: string, task: () => Promise<T>): Promise<T> {
    const { perMinute, what } = this.#options;
    if (this.#active.has(user)) {
      throw new TooManyRequestsError(
        `'${user}' already has a ${what} in progress. Try again when it ends.`,
        RETRY_SECONDS,
      );
    }
    const now = this.#now();
    this.#forgetBefore(now - MINUTE_MS);
    const starts = this.#starts.get(user) ?? [];
    if (starts.length >= perMinute) {
      const seconds = Math.ceil((starts[0] + MINUTE_MS - now) / 1_000);
      throw new TooManyRequestsError(
        `'${user}' has made ${perMinute} ${what}s in the last minute. Try again in ${seconds} s.`,
        seconds,
      );
    }
    this.#starts.set(user, [...starts, now]);
    this.#active.add(user);
    try {
      return await task();
    } finally {
      this.#active.delete(user);
    }
  }

  /** Keeps only users who were there in the last minute. */
  #forgetBefore(time: number): void {
    for (const [user, starts] of this.#starts) {
      const recent = starts.filter(start => start > time);
      if (recent.length > 0) {
        this.#starts.set(user, recent);
      } else {
        this.#starts.delete(user);
      }
    }
  }
}
