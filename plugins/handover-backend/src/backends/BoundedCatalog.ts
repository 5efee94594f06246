import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { withTimeout } from './withTimeout';

/** What Handover asks the catalog. */
export type Catalog = Pick<
  CatalogService,
  'getEntities' | 'getEntitiesByRefs' | 'getEntityByRef' | 'streamEntities'
>;

/** The catalog, which answers each request in time or fails it. */
export class BoundedCatalog implements Catalog {
  readonly #catalog: Catalog;
  readonly #timeout: { timeoutMs: number; what: string };

  static create(options: { catalog: Catalog; timeoutMs: number }): Catalog {
    return new BoundedCatalog(options);
  }

  private constructor(options: { catalog: Catalog; timeoutMs: number }) {
    this.#catalog = options.catalog;
    this.#timeout = { timeoutMs: options.timeoutMs, what: 'The catalog' };
  }

  async getEntities(...args: Parameters<Catalog['getEntities']>) {
    return withTimeout(this.#catalog.getEntities(...args), this.#timeout);
  }

  async getEntitiesByRefs(...args: Parameters<Catalog['getEntitiesByRefs']>) {
    return withTimeout(this.#catalog.getEntitiesByRefs(...args), this.#timeout);
  }

  async getEntityByRef(...args: Parameters<Catalog['getEntityByRef']>) {
    return withTimeout(this.#catalog.getEntityByRef(...args), this.#timeout);
  }

  /** Each page has the whole time. */
  async *streamEntities(
    ...args: Parameters<Catalog['streamEntities']>
  ): AsyncGenerator<Entity[]> {
    const pages = this.#catalog.streamEntities(...args)[Symbol.asyncIterator]();
    let isDone: boolean | undefined;
    try {
      for (;;) {
        const page = await withTimeout(pages.next(), this.#timeout);
        isDone = page.done;
        if (page.done) {
          return;
        }
        yield page.value;
      }
    } finally {
      if (!isDone) {
        // It ends once its page comes, which may be never.
        pages.return?.()?.catch(() => undefined);
      }
    }
  }
}
