import type { Entity } from '@backstage/catalog-model';
import type { EntityObserver } from '../../entities/EntitiesService';
import type { DocumentsConfig } from '../config';
import type { DocumentStore } from '../store';
import { toReferencedEntity } from './toReferencedEntity';

type Options = {
  store: DocumentStore;
  config: Pick<DocumentsConfig, 'kinds' | 'discovery'>;
  /** Called after a comparison of the catalog that made documents due. */
  onDue: () => void;
};

/** How many documents are removed at once. */
const BATCH = 500;

/** Gives every entity that can have a handover its state, and takes it away again. */
export class DocumentsFollower implements EntityObserver {
  readonly #options: Options;
  #due = 0;

  static create(options: Options): DocumentsFollower {
    return new DocumentsFollower(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async entitiesSeen(entities: Entity[]): Promise<void> {
    const { store, config } = this.#options;
    const { due } = await store.syncReferences(
      entities
        .filter(({ kind }) =>
          config.kinds.includes(kind.toLocaleLowerCase('en-US')),
        )
        .map(entity => toReferencedEntity(entity, config.discovery)),
    );
    this.#due += due.length;
  }

  async entitiesGone(entityRefs: string[]): Promise<void> {
    await this.#options.store.remove(entityRefs);
  }

  async catalogSeen(): Promise<void> {
    await this.#removeStray();
    if (this.#due > 0) {
      this.#due = 0;
      this.#options.onDue();
    }
  }

  /** Removes what is left of kinds that can no longer have a handover. */
  async #removeStray(): Promise<void> {
    const { store, config } = this.#options;
    for (;;) {
      const refs = await store.listStray({ kinds: config.kinds, limit: BATCH });
      if (refs.length === 0) {
        return;
      }
      await store.remove(refs);
    }
  }
}
