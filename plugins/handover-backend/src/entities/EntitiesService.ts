import type {
  EntityScope,
  ScopedEntity,
} from '@backstage-handover/plugin-handover-common/entities';
import type { Entity } from '@backstage/catalog-model';

/** An entity as the mirror of the catalog knows it. */
export type MirroredEntity = ScopedEntity & {
  namespace: string;
  name: string;
  /** As in the catalog. */
  title?: string;
  /** The main owner: the one in `spec.owner`, or else the first. */
  owner?: string;
};

/**
 * A field that entities can be filtered by.
 *
 * @public
 */
export type EntityFilterKey =
  | 'entityRef'
  | 'kind'
  | 'namespace'
  | 'system'
  /** One of the entity's owners is one of the values. */
  | 'owner'
  /**
   * One of the entity's owners is one of the values, or a group that one of
   * them belongs to, at any depth.
   */
  | 'ownershipClaim';

/**
 * A filter expression. `allOf: []` matches everything, `anyOf: []` nothing.
 * Values are compared in lower case.
 */
export type EntityFilter =
  | { allOf: EntityFilter[] }
  | { anyOf: EntityFilter[] }
  | { not: EntityFilter }
  | { key: EntityFilterKey; values: string[] }
  | { scope: EntityScope };

export type EntityQuery = {
  scope?: EntityScope;
  /** Restricts what the viewer may see; ANDed with the scope. */
  filter?: EntityFilter;
  /** 1 to 500, default 50. */
  limit?: number;
  /** `nextCursor` of the page before; the rest of the query must be the same. */
  cursor?: string;
};

export type EntityPage = { items: MirroredEntity[]; nextCursor?: string };

/** Systems that know an entity by a name of their own. */
export type EntityKeyType =
  /** `owner/repository`, in lower case. */
  | 'github-project'
  /** `group/project`, in lower case. */
  | 'gitlab-project'
  /** The number of a project, as text. */
  | 'gitlab-project-id'
  /** `folder/job`. */
  | 'jenkins-job'
  | 'argocd-application'
  /** A label selector, as it is written. */
  | 'argocd-selector'
  | 'kubernetes-id'
  /** A label selector, as it is written. */
  | 'kubernetes-selector'
  /** `context.source` of CDEvents. */
  | 'cdevents-source';

export type EntityKey = {
  type: EntityKeyType;
  value: string;
  /** Which one of several systems; any if absent. */
  instance?: string;
};

/** An environment that the handover of an entity documents. */
export type EntityEnvironment = {
  entityRef: string;
  environment: string;
  cluster?: string;
  namespace?: string;
};

/** The label selector of the Kubernetes objects that belong to an entity. */
export type EntitySelector = { entityRef: string; selector: string };

/**
 * The part of an entity that permission rules use.
 *
 * @public
 */
export type EntityResource = {
  entityRef: string;
  kind: string;
  system?: string;
  /** Every owner, and every group below an owner. */
  ownershipClaims: string[];
};

/** Hears of what the catalog says while the mirror follows it. */
export interface EntityObserver {
  /**
   * A page of entities that the catalog has, changed or not. It comes after the
   * mirror has them, and again with the next comparison.
   */
  entitiesSeen(entities: Entity[]): Promise<void>;
  /** Entities that are gone. The mirror forgets them afterwards. */
  entitiesGone(entityRefs: string[]): Promise<void>;
  /** The whole catalog has been compared. */
  catalogSeen?(): Promise<void>;
}

export type SyncResult = {
  /** Entities that the catalog has. */
  seen: number;
  added: number;
  changed: number;
  removed: number;
};

/**
 * The mirror of the catalog. References are full and in lower case. It holds
 * the kinds that can have a handover, and groups, systems and domains.
 */
export interface EntitiesService {
  get(entityRef: string): Promise<MirroredEntity | undefined>;

  /** Those of the entities that are known, in any order. At most 1,000. */
  getMany(entityRefs: string[]): Promise<MirroredEntity[]>;

  /** References of those that are known, in any order. At most 1,000. */
  listKnown(entityRefs: string[]): Promise<string[]>;

  /**
   * A page of entities, ordered by reference.
   *
   * @throws InputError if the cursor is malformed.
   */
  find(query: EntityQuery): Promise<EntityPage>;

  /** How many entities match a filter. */
  count(filter: EntityFilter): Promise<number>;

  /** Whether an entity matches a filter. */
  matches(entityRef: string, filter: EntityFilter): Promise<boolean>;

  /** What permission rules look at, by reference; absent if not known. */
  getResources(entityRefs: string[]): Promise<Map<string, EntityResource>>;

  /**
   * References of the entities with this key, in order. Asks the catalog if the
   * mirror has none.
   */
  resolveKey(key: EntityKey): Promise<string[]>;

  /** Documented environments in a namespace; in any cluster if none is given. */
  findEnvironments(place: {
    namespace: string;
    cluster?: string;
  }): Promise<EntityEnvironment[]>;

  /**
   * The Kubernetes label selectors of entities that document an environment in
   * the namespace, or one that has all of the cluster.
   */
  findSelectors(place: {
    namespace: string;
    cluster: string;
  }): Promise<EntitySelector[]>;

  /** The group and every group below it, in order. */
  subtreeOfGroup(groupRef: string): Promise<string[]>;

  /**
   * The time that the mirror shows, if it has not followed the catalog for
   * several intervals. Undefined while it is current.
   */
  outdatedSince(): Promise<Date | undefined>;

  /** Compares the whole catalog with the mirror, and makes it follow. */
  sync(options: { signal: AbortSignal }): Promise<SyncResult>;

  /** How many entities of the mirrored kinds the catalog has now. */
  countInCatalog(): Promise<number>;

  /**
   * Asks the catalog for one entity, and makes the mirror follow.
   *
   * @returns whether the catalog has it and its kind is mirrored.
   */
  follow(entityRef: string): Promise<boolean>;

  /** Has `observer` hear of everything from now on. */
  observe(observer: EntityObserver): void;
}
