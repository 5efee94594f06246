import type {
  BackstageCredentials,
  CacheService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Catalog } from '../backends';

/**
 * How long the visible entities of a user are cached: long enough to page
 * through a list, and short enough that policy changes take effect soon.
 */
const TTL_MS = 30_000;

/** The entities that a user can see in the catalog if its policy is conditional. */
export class CatalogVisibility {
  readonly #catalog: Catalog;
  readonly #cache: CacheService;
  readonly #kinds: string[];

  static create(options: {
    catalog: Catalog;
    cache: CacheService;
    /** Kinds of entities that can have a handover. */
    kinds: string[];
  }) {
    return new CatalogVisibility(options);
  }

  private constructor(options: {
    catalog: Catalog;
    cache: CacheService;
    kinds: string[];
  }) {
    this.#catalog = options.catalog;
    this.#cache = options.cache;
    this.#kinds = options.kinds;
  }

  /** Does the catalog show this entity to the caller? */
  async isVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    return entity !== undefined;
  }

  /**
   * References of all entities that the catalog shows to the caller and that
   * can have a handover, in lower case.
   *
   * @param subject - Identifies the caller, for remembering the answer.
   */
  async visibleRefs(
    subject: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const key = `visible-entities:${subject}`;
    const known = await this.#cache.get<string[]>(key);
    if (known) {
      return known;
    }
    const refs: string[] = [];
    for await (const entities of this.#catalog.streamEntities(
      {
        filter: { kind: this.#kinds },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    )) {
      refs.push(...entities.map(entity => stringifyEntityRef(entity)));
    }
    await this.#cache.set(key, refs, { ttl: TTL_MS });
    return refs;
  }
}
