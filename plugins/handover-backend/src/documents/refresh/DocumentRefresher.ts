import type { DocumentState } from '@backstage-handover/plugin-handover-common';

/** Keeps the stored handovers up to date with the catalog and the repositories. */
export interface DocumentRefresher {
  /**
   * Looks the entity up in the catalog and reads its handover right now.
   * Returns the state then, or undefined where the catalog has no such entity
   * or its kind has no handover.
   */
  refreshNow(entityRef: string): Promise<DocumentState | undefined>;

  /** Reads everything that is due, soon, without waiting for it. */
  kick(): void;
}
