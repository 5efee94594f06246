import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';

/** Clusters as they were last read, or why that is not known. */
export interface ClusterReader {
  /** @returns an entry for each entity */
  readClusters(
    entityRefs: readonly string[],
  ): Promise<Map<string, { clusters: ClusterSetup[] } | { missing: string }>>;
}
