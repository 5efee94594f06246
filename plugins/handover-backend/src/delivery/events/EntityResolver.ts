import type { CacheService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntitiesService } from '../../entities/EntitiesService';
import { CDEVENTS_SOURCE_ANNOTATION } from '../../entities/readKeys';

/** How long an answer is remembered, also that there is no such entity. */
const TTL_MS = 60_000;

type Answer = { entityRef?: string; reason?: string };

type Entities = Pick<EntitiesService, 'get' | 'follow' | 'resolveKey'>;

/** Finds out which entity an event is about. */
export class EntityResolver {
  readonly #entities: Entities;
  readonly #cache: CacheService;

  static create(options: {
    entities: Entities;
    cache: CacheService;
  }): EntityResolver {
    return new EntityResolver(options);
  }

  private constructor(options: { entities: Entities; cache: CacheService }) {
    this.#entities = options.entities;
    this.#cache = options.cache;
  }

  /**
   * Finds the entity that the event names, or the only one whose annotation
   * names the event's source.
   *
   * @returns its full reference in lowercase
   * @throws InputError that explains why there is none
   */
  async resolve(event: {
    entityRef?: string;
    source: string;
    /** Why the event may name none. */
    remark?: string;
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
      throw new InputError(
        [answer.reason, event.remark].filter(Boolean).join('. '),
      );
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
        reason: `customData.entityRef is '${text}', not an entity reference such as component:default/orders`,
      };
    }
    const isKnown =
      (await this.#entities.get(entityRef)) !== undefined ||
      (await this.#entities.follow(entityRef));
    return isKnown
      ? { entityRef }
      : { reason: `No entity '${entityRef}' found in the catalog` };
  }

  async #bySource(source: string): Promise<Answer> {
    const refs = await this.#entities.resolveKey({
      type: 'cdevents-source',
      value: source,
    });
    if (refs.length === 1) {
      return { entityRef: refs[0] };
    }
    return {
      reason:
        refs.length === 0
          ? `The event names no entity in customData.entityRef, and no entity has the annotation ${CDEVENTS_SOURCE_ANNOTATION} with its source '${source}'`
          : `The event names no entity in customData.entityRef, and several have the annotation ${CDEVENTS_SOURCE_ANNOTATION} with its source '${source}'`,
    };
  }
}
