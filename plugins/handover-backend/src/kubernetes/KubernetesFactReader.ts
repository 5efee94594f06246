import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';

/** Reads what scorecards decide from. References are full and in lower case. */
export interface KubernetesFactReader {
  /**
   * What at most 1,000 entities run, or why it is not known.
   *
   * @returns an entry for each entity
   */
  readClusters(
    entityRefs: readonly string[],
  ): Promise<Map<string, { clusters: ClusterSetup[] } | { missing: string }>>;
}
