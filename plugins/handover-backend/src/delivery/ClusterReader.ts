import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';

/** The clusters of entities as last read, or why they are unknown. */
export interface ClusterReader {
  /** @returns an entry for each entity */
  readClusters(
    entityRefs: readonly string[],
  ): Promise<Map<string, { clusters: ClusterSetup[] } | { missing: string }>>;
}
