import type { AuthService, CacheService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** On an entity: the `context.source` of the events that are about it. */
export const SOURCE_ANNOTATION = 'handover.dev/cdevents-source';

/** How long it is remembered what the catalog answered. */
const TTL_MS = 60_000;

type Answer = { entityRef?: string; reason?: string };

/** Finds out which entity an event is about. */
export class EntityResolver {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #cache: CacheService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    cache: CacheService;
  }): EntityResolver {
    return new EntityResolver(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    cache: CacheService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#cache = options.cache;
  }

  /**
   * The entity that the event names itself, or the only one whose annotation
   * names the event's source.
   *
   * @returns its full reference in lower case.
   * @throws InputError that says why there is none.
   */
  async resolve(event: {
    entityRef?: string;
    source: string;
  }): Promise<string> {
    const key = `delivery-event-entity:${JSON.stringify([
      event.entityRef ?? null,
      event.source,
    ])}`;
    const known = await this.#cache.get<Answer>(key);
    const answer =
      known ??
      (event.entityRef === undefined
        ? await this.#bySource(event.source)
        : await this.#byRef(event.entityRef));
    if (!known) {
      await this.#cache.set(key, answer, { ttl: TTL_MS });
    }
    if (answer.entityRef === undefined) {
      throw new InputError(answer.reason);
    }
    return answer.entityRef;
  }

  async #byRef(text: string): Promise<Answer> {
    let entityRef: string;
    try {
      entityRef = stringifyEntityRef(
        parseEntityRef(text, { defaultKind: 'component' }),
      );
    } catch {
      return {
        reason: `customData.entityRef is '${text}', no reference such as component:default/orders`,
      };
    }
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return entity
      ? { entityRef }
      : { reason: `No entity '${entityRef}' found in the catalog` };
  }

  async #bySource(source: string): Promise<Answer> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { [`metadata.annotations.${SOURCE_ANNOTATION}`]: source },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: 2,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    if (items.length === 1) {
      return { entityRef: stringifyEntityRef(items[0]) };
    }
    return {
      reason:
        items.length === 0
          ? `The event names no entity in customData.entityRef, and no entity has the annotation ${SOURCE_ANNOTATION} with its source '${source}'`
          : `The event names no entity in customData.entityRef, and several have the annotation ${SOURCE_ANNOTATION} with its source '${source}'`,
    };
  }
}
