import type { CatalogFollower } from './CatalogFollower';
import type {
  EntitiesService,
  EntityEnvironment,
  EntityFilter,
  EntityKey,
  EntityObserver,
  EntityPage,
  EntityQuery,
  EntityResource,
  EntitySelector,
  MirroredEntity,
  SyncResult,
} from './EntitiesService';
import type { MirrorAge } from './MirrorAge';
import { normalizeKeyValue } from './readKeys';
import type { EntityStore } from './store';

/** Answers from the mirror, and has it follow the catalog. */
export class DefaultEntitiesService implements EntitiesService {
  readonly #store: EntityStore;
  readonly #follower: CatalogFollower;
  readonly #age: MirrorAge;

  static create(options: {
    store: EntityStore;
    follower: CatalogFollower;
    age: MirrorAge;
  }): EntitiesService {
    return new DefaultEntitiesService(options);
  }

  private constructor(options: {
    store: EntityStore;
    follower: CatalogFollower;
    age: MirrorAge;
  }) {
    this.#store = options.store;
    this.#follower = options.follower;
    this.#age = options.age;
  }

  async get(entityRef: string): Promise<MirroredEntity | undefined> {
    return this.#store.get(lower(entityRef));
  }

  async getMany(entityRefs: string[]): Promise<MirroredEntity[]> {
    return this.#store.getMany(entityRefs.map(lower));
  }

  async listKnown(entityRefs: string[]): Promise<string[]> {
    return this.#store.listKnown(entityRefs.map(lower));
  }

  async find(query: EntityQuery): Promise<EntityPage> {
    return this.#store.find(query);
  }

  async count(filter: EntityFilter): Promise<number> {
    return this.#store.count(filter);
  }

  async matches(entityRef: string, filter: EntityFilter): Promise<boolean> {
    return this.#store.matches(lower(entityRef), filter);
  }

  async getResources(
    entityRefs: string[],
  ): Promise<Map<string, EntityResource>> {
    return this.#store.getResources(entityRefs.map(lower));
  }

  async resolveKey(key: EntityKey): Promise<string[]> {
    const normalized = {
      ...key,
      value: normalizeKeyValue(key.type, key.value),
    };
    const known = await this.#store.resolveKey(normalized);
    if (known.length > 0) {
      return known;
    }
    // An entity that the catalog got a moment ago is not mirrored before the
    // next comparison.
    await this.#follower.followKey(normalized);
    return this.#store.resolveKey(normalized);
  }

  async findEnvironments(place: {
    namespace: string;
    cluster?: string;
  }): Promise<EntityEnvironment[]> {
    return this.#store.findEnvironments(place);
  }

  async findSelectors(place: {
    namespace: string;
    cluster: string;
  }): Promise<EntitySelector[]> {
    return this.#store.findSelectors(place);
  }

  async subtreeOfGroup(groupRef: string): Promise<string[]> {
    return this.#store.subtreeOfGroup(lower(groupRef));
  }

  async outdatedSince(): Promise<Date | undefined> {
    return this.#age.outdatedSince();
  }

  async sync({ signal }: { signal: AbortSignal }): Promise<SyncResult> {
    const result = await this.#follower.sweep(signal);
    this.#age.reset();
    return result;
  }

  async countInCatalog(): Promise<number> {
    return this.#follower.count();
  }

  async follow(entityRef: string): Promise<boolean> {
    return this.#follower.follow(entityRef);
  }

  observe(observer: EntityObserver): void {
    this.#follower.observe(observer);
  }
}

function lower(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
