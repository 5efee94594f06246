import { backoffMs, spreadDueAt, type WorkHandler } from '../queue';
import type { AllowedHosts } from './AllowedHosts';
import { HostHeldError } from './HostTurns';
import type { LinkProber } from './LinkProber';
import type { LinkItem, LinkOutcome, LinkStore, MarkChanged } from './store';

/** How soon a link is checked again whose state is unknown, at first. */
const UNKNOWN_MS = 3_600_000;

type Options = {
  store: Pick<LinkStore, 'claim' | 'record'>;
  prober: LinkProber;
  hosts: AllowedHosts;
  /** How long after its check a link is due again. */
  intervalMs: number;
  markChanged: MarkChanged;
};

/** Checks links that are due. */
export class LinkHandler implements WorkHandler<LinkItem, LinkOutcome> {
  readonly #options: Options;

  static create(options: Options): LinkHandler {
    return new LinkHandler(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<LinkItem[]> {
    return this.#options.store.claim(options);
  }

  async work(
    { key, isUsed, failures }: LinkItem,
    { signal }: { signal: AbortSignal },
  ): Promise<LinkOutcome> {
    const { hosts, prober, intervalMs } = this.#options;
    if (!isUsed || !hosts.allows(new URL(key))) {
      return { isRemoved: true, dueAt: new Date(), result: 'done' };
    }
    try {
      const { retryAt, ...checked } = await prober.probe(key, { signal });
      if (checked.state !== 'unknown') {
        return { checked, dueAt: spreadDueAt(intervalMs), result: 'done' };
      }
      const soon = spreadDueAt(
        backoffMs(failures + 1, {
          firstMs: Math.min(UNKNOWN_MS, intervalMs),
          lastMs: intervalMs,
        }),
      );
      const dueAt = retryAt && retryAt > soon ? retryAt : soon;
      return { checked, dueAt, result: 'failed' };
    } catch (error) {
      if (error instanceof HostHeldError) {
        return { dueAt: error.until, result: 'returned' };
      }
      throw error;
    }
  }

  async record(done: { item: LinkItem; result: LinkOutcome }[]): Promise<void> {
    const { store, markChanged } = this.#options;
    await store.record(
      done.map(({ item, result }) => ({ item, outcome: result })),
      markChanged,
    );
  }
}
