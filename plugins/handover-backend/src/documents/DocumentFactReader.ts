import type { DocumentFactInput } from '@backstage-handover/plugin-handover-common/scorecards';

/** What facts are read from of the handover of one entity. */
export type DocumentFactState = DocumentFactInput & {
  /** Of the revision in view, 0 for none. */
  revision: number;
  /** When `stale` changes by itself. */
  reviewDueAt?: Date;
};

/** Reads what scorecards decide from. References are full and in lower case. */
export interface DocumentFactReader {
  /**
   * By reference. Entities whose handover was never looked for are absent.
   *
   * @param options.withWindows - Windows cost the content of every handover.
   */
  readFactStates(
    entityRefs: string[],
    options: { withWindows: boolean },
  ): Promise<Map<string, DocumentFactState>>;
}
