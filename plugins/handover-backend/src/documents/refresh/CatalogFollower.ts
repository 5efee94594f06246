import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { randomUUID } from 'node:crypto';
import type { DocumentsConfig } from '../config';
import type { DocumentStore } from '../store';
import { ENTITY_FIELDS, toCatalogEntry } from './toCatalogEntry';

type Options = {
  store: DocumentStore;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  config: Pick<DocumentsConfig, 'kinds' | 'discovery' | 'catalog'>;
};

/** Makes the stored rows follow the entities of the catalog. */
export class CatalogFollower {
  readonly #options: Options;

  static create(options: Options): CatalogFollower {
    return new CatalogFollower(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Goes through the catalog once, a page at a time, and removes rows of
   * entities that are gone.
   *
   * @returns how many entities there are.
   */
  async sweep(signal: AbortSignal): Promise<{ seen: number; due: number }> {
    const { store, catalog, auth, config, logger } = this.#options;
    const sweep = randomUUID();
    const counts = { seen: 0, due: 0 };
    const pages = catalog.streamEntities(
      {
        filter: { kind: config.kinds },
        fields: ENTITY_FIELDS,
        pageSize: config.catalog.batchSize,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      signal.throwIfAborted();
      const { added, changed } = await store.syncEntities(
        entities.map(entity => toCatalogEntry(entity, config.discovery)),
        { sweep },
      );
      counts.seen += entities.length;
      counts.due += added.length + changed.length;
    }
    const removed = await this.#removeUnseen(sweep, signal);
    if (counts.due > 0 || removed > 0) {
      logger.info(
        `Followed the catalog: ${counts.seen} entities, ${counts.due} new or changed, ${removed} gone`,
      );
    }
    return counts;
  }

  /**
   * Asks the catalog about one entity, and makes its row follow.
   *
   * @returns whether the entity exists and can have a handover.
   */
  async follow(entityRef: string): Promise<boolean> {
    const { store, catalog, auth, config } = this.#options;
    if (!this.#hasHandover(entityRef)) {
      return false;
    }
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return false;
    }
    await store.syncEntities([toCatalogEntry(entity, config.discovery)]);
    return true;
  }

  #hasHandover(entityRef: string): boolean {
    const { kind } = parseEntityRef(entityRef);
    return this.#options.config.kinds.includes(kind.toLocaleLowerCase('en-US'));
  }

  /**
   * A page can miss an entity when others come and go meanwhile. So an entity
   * counts as gone only when the catalog, asked for it by name, says so.
   */
  async #removeUnseen(sweep: string, signal: AbortSignal): Promise<number> {
    const { store, catalog, auth, config } = this.#options;
    const limit = config.catalog.batchSize;
    let removed = 0;
    let after: string | undefined;
    for (;;) {
      signal.throwIfAborted();
      const refs: string[] = await store.listUnseen({ sweep, after, limit });
      if (refs.length === 0) {
        return removed;
      }
      after = refs.at(-1);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['kind'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const gone = refs.filter(
        (ref, index) => !items[index] || !this.#hasHandover(ref),
      );
      if (gone.length > 0) {
        await store.removeEntities(gone);
        removed += gone.length;
      }
    }
  }
}
