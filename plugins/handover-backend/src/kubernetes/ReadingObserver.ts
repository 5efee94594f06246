import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';

/** Is notified after each reading of clusters. */
export interface ReadingObserver {
  clustersRead(
    entityRef: string,
    reading: { clusters: ClusterSetup[]; readAt: Date },
  ): Promise<void>;
}
