import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import {
  type Annotations,
  type HandoverAnnotations,
  isOwnAnnotation,
} from './HandoverAnnotations';

const CACHE_KEY = 'annotations';

/**
 * Puts the status of an entity's handover and its levels into annotations, so
 * that the catalog can be filtered by them and other plugins can read them. What
 * an author wrote there does not count.
 */
export class HandoverAnnotationsProcessor implements CatalogProcessor {
  readonly #annotations: Pick<HandoverAnnotations, 'get' | 'isKnown'>;

  static create(options: {
    annotations: Pick<HandoverAnnotations, 'get' | 'isKnown'>;
  }) {
    return new HandoverAnnotationsProcessor(options.annotations);
  }

  private constructor(
    annotations: Pick<HandoverAnnotations, 'get' | 'isKnown'>,
  ) {
    this.#annotations = annotations;
  }

  getProcessorName(): string {
    return 'HandoverAnnotationsProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const own = await this.#annotationsOf(entity, cache);
    const written = Object.entries(entity.metadata.annotations ?? {});
    const others = written.filter(([key]) => !isOwnAnnotation(key));
    if (others.length === written.length && Object.keys(own).length === 0) {
      return entity;
    }
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...Object.fromEntries(others), ...own },
      },
    };
  }

  /** After a start, what was known before it counts until there is an answer. */
  async #annotationsOf(
    entity: Entity,
    cache: CatalogProcessorCache,
  ): Promise<Annotations> {
    if (!this.#annotations.isKnown) {
      return (await cache.get<Annotations>(CACHE_KEY)) ?? {};
    }
    const annotations = this.#annotations.get(stringifyEntityRef(entity));
    await cache.set(CACHE_KEY, annotations);
    return annotations;
  }
}
