import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';
import type { QueueTransaction, SettledItem, WorkItem } from '../../queue';

/** The annotations by which the objects of an entity are found, by name. */
export type EntityAnnotations = { [name: string]: string };

/** What was read of an entity, or why it could not be. */
export type Reading = { clusters: ClusterSetup[] } | { problem: string };

/** A reading, and when it was made. */
export type StoredReading = { reading: Reading; readAt: Date };

/** A claimed entity. */
export type KubernetesItem = WorkItem & {
  /** Undefined if the entity is not read any more. */
  annotations?: EntityAnnotations;
};

/** What becomes of a claimed entity. */
export type KubernetesOutcome = Pick<SettledItem, 'dueAt' | 'result'> & {
  /** Absent if it was not read. */
  reading?: Reading;
  /** It is read no more. */
  isRemoved?: boolean;
};

/** Has entities evaluated again, as part of the transaction. */
export type MarkChanged = (
  entityRefs: string[],
  options: { transaction: QueueTransaction },
) => Promise<void>;

/**
 * Keeps what entities run in Kubernetes. References are full and in lower case.
 * Lists of them have at most 1,000 entries.
 */
export interface KubernetesStore {
  /**
   * Has entities read that have annotations, and no others from now on. If the
   * annotations are new, the entity is due at once and its reading is forgotten.
   */
  follow(
    entities: ReadonlyMap<string, EntityAnnotations | undefined>,
    markChanged: MarkChanged,
  ): Promise<void>;

  /** By reference. Undefined if it was never read; absent if it will not be. */
  readReadings(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredReading | undefined>>;

  /** Claims entities that are due, as `WorkQueue.claim` does. */
  claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<KubernetesItem[]>;

  /**
   * Stores what became of claimed entities whose claims are still valid. Marks
   * those whose reading is another now.
   */
  record(
    done: readonly { item: WorkItem; outcome: KubernetesOutcome }[],
    markChanged: MarkChanged,
  ): Promise<void>;

  /** Marks entities whose reading is too old to be believed, each once. */
  expireReadings(markChanged: MarkChanged): Promise<void>;

  /** Forgets entities. */
  removeEntities(entityRefs: readonly string[]): Promise<void>;
}
