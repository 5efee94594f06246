import type { LinkFactInput } from '@backstage-handover/plugin-handover-common/scorecards';

/** Reads what scorecards decide from. References are full and in lower case. */
export interface LinkFactReader {
  /** @returns an entry for each of at most 1,000 entities. */
  readFactStates(
    entityRefs: readonly string[],
  ): Promise<Map<string, LinkFactInput>>;
}
