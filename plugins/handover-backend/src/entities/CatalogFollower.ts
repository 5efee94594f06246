import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import type { Catalog } from '../backends';
import type { EntitiesConfig } from './config';
import type { EntityKey, EntityObserver, SyncResult } from './EntitiesService';
import { KEY_ANNOTATIONS } from './readKeys';
import { BucketSums, type EntityStore } from './store';
import { ENTITY_FIELDS, toMirroredEntity } from './toMirroredEntity';

type Options = {
  store: EntityStore;
  catalog: Catalog;
  auth: AuthService;
  logger: LoggerService;
  config: Pick<EntitiesConfig, 'kinds' | 'batchSize'>;
};

/** A key identifies one entity. If more than this have it, it is a mistake. */
const MAX_WITH_KEY = 10;

/** Makes the mirror follow the entities of the catalog. */
export class CatalogFollower {
  readonly #options: Options;
  readonly #observers: EntityObserver[] = [];

  static create(options: Options): CatalogFollower {
    return new CatalogFollower(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  observe(observer: EntityObserver): void {
    this.#observers.push(observer);
  }

  /**
   * Goes through the catalog once, a page at a time, and removes entities that
   * are gone. If the catalog fails, nothing is removed.
   */
  async sweep(signal: AbortSignal): Promise<SyncResult> {
    const { store, catalog, auth, config, logger } = this.#options;
    const startedAt = new Date();
    const result = { seen: 0, added: 0, changed: 0, removed: 0 };
    const seen = new BucketSums();
    const pages = catalog.streamEntities(
      {
        filter: { kind: config.kinds },
        fields: ENTITY_FIELDS,
        pageSize: config.batchSize,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      signal.throwIfAborted();
      const { refs, added, changed } = await this.#mirror(entities);
      refs.forEach(ref => seen.add(ref));
      result.seen += refs.length;
      result.added += added.length;
      result.changed += changed.length;
    }
    result.removed = await this.#removeGone(seen, signal);
    for (const observer of this.#observers) {
      await observer.catalogSeen?.();
    }
    signal.throwIfAborted();
    await store.markSynced(startedAt);
    if (result.added + result.changed + result.removed > 0) {
      logger.info(
        `Compared the mirror with the catalog: ${result.seen} entities, ${result.added} new, ${result.changed} changed, ${result.removed} removed`,
      );
    }
    return result;
  }

  /** How many entities a sweep would see. */
  async count(): Promise<number> {
    const { catalog, auth, config } = this.#options;
    const { totalItems } = await catalog.queryEntities(
      { filter: { kind: config.kinds }, fields: ['kind'], limit: 1 },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems;
  }

  /**
   * Asks the catalog for one entity, and makes the mirror follow.
   *
   * @returns whether the catalog has it and its kind is mirrored.
   */
  async follow(entityRef: string): Promise<boolean> {
    const { catalog, auth } = this.#options;
    if (!this.#isMirrored(entityRef)) {
      return false;
    }
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return false;
    }
    await this.#mirror([entity]);
    return true;
  }

  /** Asks the catalog for the entities with a key, and makes the mirror follow. */
  async followKey({ type, value }: EntityKey): Promise<void> {
    const { catalog, auth, config } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: {
          kind: config.kinds,
          [`metadata.annotations.${KEY_ANNOTATIONS[type]}`]: value,
        },
        fields: ENTITY_FIELDS,
        limit: MAX_WITH_KEY,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    await this.#mirror(items);
  }

  async #mirror(entities: Entity[]) {
    const mirrored = entities.map(toMirroredEntity);
    const { added, changed } = await this.#options.store.sync(mirrored);
    for (const observer of this.#observers) {
      await observer.entitiesSeen(entities);
    }
    return { refs: mirrored.map(({ entityRef }) => entityRef), added, changed };
  }

  #isMirrored(entityRef: string): boolean {
    const { kind } = parseEntityRef(entityRef);
    return this.#options.config.kinds.includes(kind.toLocaleLowerCase('en-US'));
  }

  /**
   * Sums tell which stored entities were perhaps not seen, without a mark on each
   * of those that were. A page can miss an entity when others come and go
   * meanwhile, or the catalog can answer in part. So an entity is gone only if
   * the catalog, asked for it by name, says so.
   */
  async #removeGone(seen: BucketSums, signal: AbortSignal): Promise<number> {
    const { store, catalog, auth, config } = this.#options;
    const buckets = seen.differing(await store.sumBuckets());
    if (buckets.length === 0) {
      return 0;
    }
    let removed = 0;
    let after: string | undefined;
    for (;;) {
      signal.throwIfAborted();
      const limit = config.batchSize;
      const refs = await store.listBuckets({ buckets, after, limit });
      if (refs.length === 0) {
        return removed;
      }
      after = refs.at(-1);
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: refs,
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      if (items.length !== refs.length) {
        throw new Error(
          `The catalog was asked for ${refs.length} entities and answered for ${items.length}`,
        );
      }
      const gone = refs.filter(
        (ref, index) => !items[index] || !this.#isMirrored(ref),
      );
      if (gone.length > 0) {
        for (const observer of this.#observers) {
          await observer.entitiesGone(gone);
        }
        await store.remove(gone);
        removed += gone.length;
      }
    }
  }
}
