import type {
  EntityEnvironment,
  EntityFilter,
  EntityKey,
  EntityPage,
  EntityQuery,
  EntityResource,
  EntitySelector,
  MirroredEntity,
} from '../EntitiesService';

/** What the catalog says about an entity. */
export type CatalogEntity = Omit<MirroredEntity, 'tier'> & {
  keys: EntityKey[];
  /** Of a group: the groups that it is part of. */
  parents: string[];
};

/** Number of references in a bucket, and the sum of their digests. */
export type BucketSum = { count: number; sum: number };

/** Keeps the mirror of the catalog. */
export interface EntityStore {
  get(entityRef: string): Promise<MirroredEntity | undefined>;

  /** Those that are known, in any order. */
  getMany(entityRefs: string[]): Promise<MirroredEntity[]>;

  /** References of those that are known, in any order. */
  listKnown(entityRefs: string[]): Promise<string[]>;

  /** @throws InputError if the cursor is malformed. */
  find(query: EntityQuery): Promise<EntityPage>;

  count(filter: EntityFilter): Promise<number>;

  matches(entityRef: string, filter: EntityFilter): Promise<boolean>;

  getResources(entityRefs: string[]): Promise<Map<string, EntityResource>>;

  /** References of the entities with this key, in order. */
  resolveKey(key: EntityKey): Promise<string[]>;

  findEnvironments(place: {
    namespace: string;
    cluster?: string;
  }): Promise<EntityEnvironment[]>;

  findSelectors(place: {
    namespace: string;
    cluster: string;
  }): Promise<EntitySelector[]>;

  /** The group and every group below it, in order. */
  subtreeOfGroup(groupRef: string): Promise<string[]>;

  /**
   * Adds and updates entities to match what the catalog says. Only reads if
   * nothing changed.
   */
  sync(
    entities: CatalogEntity[],
  ): Promise<{ added: string[]; changed: string[] }>;

  /** What is stored, summed up by bucket. */
  sumBuckets(): Promise<Map<number, BucketSum>>;

  /** References in these buckets, in order, after `after`. */
  listBuckets(options: {
    buckets: number[];
    after?: string;
    limit: number;
  }): Promise<string[]>;

  /** Remembers that the whole catalog was compared, beginning at this time. */
  markSynced(at: Date): Promise<void>;

  /**
   * When the last complete comparison began. If there was none yet, when the
   * database was set up.
   */
  syncedAt(): Promise<Date>;

  /** Removes entities that left the catalog. */
  remove(entityRefs: string[]): Promise<void>;
}
