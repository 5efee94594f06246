import { ConflictError } from '@backstage/errors';
import type { OnCallPageStore, PageClaim, TakenPageClaim } from '../store';
import { TooManyPagesError } from './errors';

/** How long the same page isn't sent again. */
const SAME_PAGE_MS = 60_000;

const LIMIT_MINUTES = 10;
const LIMIT_MS = LIMIT_MINUTES * 60_000;
const MAX_OF_USER = 5;
const MAX_OF_ENTITY = 10;

/** Prevents duplicate pages and limits how many are sent. */
export class PageClaims {
  readonly #store: OnCallPageStore;

  static create(options: { store: OnCallPageStore }): PageClaims {
    return new PageClaims(options.store);
  }

  private constructor(store: OnCallPageStore) {
    this.#store = store;
  }

  /**
   * Claims a page before it is sent.
   *
   * @returns gives the claim back, if the page was not sent
   *
   * @throws ConflictError if the same page was claimed less than a minute ago
   * @throws TooManyPagesError if there were too many
   */
  async claim(page: PageClaim): Promise<() => Promise<void>> {
    const claim = await this.#store.claim(page, { withinMs: SAME_PAGE_MS });
    if (claim === undefined) {
      throw new ConflictError(
        'You already tried to send this page less than a minute ago, and it may have gone out. Check the on-call system, or change the message.',
      );
    }
    try {
      await this.#assertNotTooMany(page);
    } catch (error) {
      await this.#giveBack(claim);
      throw error;
    }
    return () => this.#store.release(claim);
  }

  async #assertNotTooMany(page: PageClaim): Promise<void> {
    // Its own claim counts, so that those at the same time see each other.
    const { ofUser, ofEntity } = await this.#store.count(page, {
      withinMs: LIMIT_MS,
    });
    if (ofUser > MAX_OF_USER || ofEntity > MAX_OF_ENTITY) {
      const sent =
        ofUser > MAX_OF_USER
          ? `You sent ${MAX_OF_USER} pages`
          : `${MAX_OF_ENTITY} pages were sent for '${page.entityRef}'`;
      throw new TooManyPagesError(
        `${sent} in the last ${LIMIT_MINUTES} minutes. Wait, or page from the on-call system directly.`,
      );
    }
  }

  async #giveBack(claim: TakenPageClaim): Promise<void> {
    try {
      await this.#store.release(claim);
    } catch {
      // Why the page isn't sent matters more. The claim expires within a minute.
    }
  }
}
