import type { DocumentLink } from '@backstage-handover/plugin-handover-common/documents';
import type { LinkState } from '@backstage-handover/plugin-handover-common/scorecards';
import type { QueueTransaction, SettledItem, WorkItem } from '../../queue';

/** An address that a handover has. */
export type UsedLink = {
  url: string;
  /** Whether it waits for its check, or was checked. */
  isWatched: boolean;
  /** Of its last check. */
  state?: LinkState;
};

/** A claimed address. */
export type LinkItem = WorkItem & {
  /** Whether a handover still has it. */
  isUsed: boolean;
};

/** What becomes of a claimed address. */
export type LinkOutcome = Pick<SettledItem, 'dueAt' | 'result'> & {
  /** Absent if it was not checked. */
  checked?: { state: LinkState; status?: number; reason?: string };
  /** It is checked no more, until a handover with it is looked at again. */
  isRemoved?: boolean;
};

/** Has entities evaluated again, as part of the transaction. */
export type MarkChanged = (
  entityRefs: string[],
  options: { transaction: QueueTransaction },
) => Promise<void>;

/**
 * Keeps the links of handovers and what became of them. References are full and
 * in lower case. Lists of them have at most 1,000 entries.
 */
export interface LinkStore {
  /** Which revision the stored links are from, 0 for none; absent if unknown. */
  readRevisions(entityRefs: readonly string[]): Promise<Map<string, number>>;

  /** Replaces all links of some entities. */
  replaceUses(
    documents: readonly {
      entityRef: string;
      revision: number;
      links: readonly DocumentLink[];
    }[],
  ): Promise<void>;

  /** The links of entities, each address once. Entities without any are absent. */
  readUses(entityRefs: readonly string[]): Promise<Map<string, UsedLink[]>>;

  /** Has addresses checked, from now on. */
  watch(urls: readonly string[]): Promise<void>;

  /** Claims addresses that are due, as `WorkQueue.claim` does. */
  claim(options: {
    limit: number;
    claimUntil: Date;
    key?: string;
  }): Promise<LinkItem[]>;

  /**
   * Stores what became of claimed addresses whose claims are still valid. Marks
   * the entities that use those whose state is another now.
   */
  record(
    done: readonly { item: WorkItem; outcome: LinkOutcome }[],
    markChanged: MarkChanged,
  ): Promise<void>;

  /** Forgets the links of entities. */
  removeEntities(entityRefs: readonly string[]): Promise<void>;
}
