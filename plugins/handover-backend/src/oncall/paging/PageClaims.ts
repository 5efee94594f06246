import { ConflictError } from '@backstage/errors';
import type { OnCallPageStore, PageClaim } from '../store';
import { TooManyPagesError } from './errors';

/** How long the same page isn't sent again. */
const SAME_PAGE_MS = 60_000;

const LIMIT_MINUTES = 10;
const LIMIT_MS = LIMIT_MINUTES * 60_000;
const MAX_OF_USER = 5;
const MAX_OF_ENTITY = 10;

/** Sees to it that no page is sent twice, and that nobody is flooded with pages. */
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
   * @throws ConflictError if the same page was sent less than a minute ago,
   *   TooManyPagesError if there were too many
   */
  async claim(page: PageClaim): Promise<() => Promise<void>> {
    const key = await this.#store.claim(page, { withinMs: SAME_PAGE_MS });
    if (key === undefined) {
      throw new ConflictError(
        'You sent the same page less than a minute ago: wait, or change the message',
      );
    }
    // Its own claim counts, so that those at the same time see each other.
    const { ofUser, ofEntity } = await this.#store.count(page, {
      withinMs: LIMIT_MS,
    });
    if (ofUser > MAX_OF_USER || ofEntity > MAX_OF_ENTITY) {
      await this.#store.release(key);
      throw new TooManyPagesError(
        ofUser > MAX_OF_USER
          ? `You sent ${MAX_OF_USER} pages in the last ${LIMIT_MINUTES} minutes`
          : `${MAX_OF_ENTITY} pages were sent for '${page.entityRef}' in the last ${LIMIT_MINUTES} minutes`,
      );
    }
    return () => this.#store.release(key);
  }
}
