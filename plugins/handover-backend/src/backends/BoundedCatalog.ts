import { BackendCalls } from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The methods of the catalog that Handover uses. */
export type Catalog = Pick<
  CatalogService,
  | 'getEntities'
  | 'getEntitiesByRefs'
  | 'getEntityByRef'
  | 'queryEntities'
  | 'streamEntities'
>;

/** The catalog with a time limit for each request. */
export class BoundedCatalog implements Catalog {
  readonly #catalog: Catalog;
  readonly #calls: BackendCalls;

  static create(options: { catalog: Catalog; timeoutMs: number }): Catalog {
    return new BoundedCatalog(options);
  }

  private constructor(options: { catalog: Catalog; timeoutMs: number }) {
    this.#catalog = options.catalog;
    this.#calls = BackendCalls.create({
      title: 'The catalog',
      timeoutMs: options.timeoutMs,
    });
  }

  async getEntities(...args: Parameters<Catalog['getEntities']>) {
    return this.#calls.run(() => this.#catalog.getEntities(...args));
  }

  async getEntitiesByRefs(...args: Parameters<Catalog['getEntitiesByRefs']>) {
    return this.#calls.run(() => this.#catalog.getEntitiesByRefs(...args));
  }

  async getEntityByRef(...args: Parameters<Catalog['getEntityByRef']>) {
    return this.#calls.run(() => this.#catalog.getEntityByRef(...args));
  }

  async queryEntities(...args: Parameters<Catalog['queryEntities']>) {
    return this.#calls.run(() => this.#catalog.queryEntities(...args));
  }

  /** The time limit applies to each page. */
  async *streamEntities(
    ...args: Parameters<Catalog['streamEntities']>
  ): AsyncGenerator<Entity[]> {
    const pages = this.#catalog.streamEntities(...args)[Symbol.asyncIterator]();
    let isDone: boolean | undefined;
    try {
      for (;;) {
        const page = await this.#calls.run(() => pages.next());
        isDone = page.done;
        if (page.done) {
          return;
        }
        yield page.value;
      }
    } finally {
      if (!isDone) {
        // If a page was abandoned, this waits for it, perhaps forever.
        pages.return?.()?.catch(() => undefined);
      }
    }
  }
}
