import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { DocumentFactInput } from '@backstage-handover/plugin-handover-common/scorecards';

/** The revision in view of the handover of one entity. */
export type RevisionInView = {
  /** 0 for none. */
  revision: number;
  /** When `stale` changes by itself. */
  reviewDueAt?: Date;
  /** It is the last one of a handover that was deleted. */
  isDeleted?: true;
  /** There is a handover, but it was never valid and readable. */
  isUnread?: true;
};

/** Reads what scorecards decide from. References are full and in lower case. */
export interface DocumentFactReader {
  /**
   * By reference. Entities whose handover was never looked for are absent.
   *
   * @param options.withWindows - Windows cost a look into every handover.
   */
  readFactStates(
    entityRefs: string[],
    options: { withWindows: boolean },
  ): Promise<Map<string, DocumentFactInput>>;

  /** By reference. Entities whose handover was never looked for are absent. */
  readRevisions(entityRefs: string[]): Promise<Map<string, RevisionInView>>;

  /**
   * The documents of one revision of each entity, by reference.
   *
   * @param revisions - at most 1,000
   */
  readDocuments(
    revisions: ReadonlyMap<string, number>,
  ): Promise<Map<string, HandoverDocument>>;
}
