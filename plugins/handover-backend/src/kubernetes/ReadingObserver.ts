import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';

/** Is told what was read, each time that clusters were. */
export interface ReadingObserver {
  clustersRead(
    entityRef: string,
    reading: { clusters: ClusterSetup[]; readAt: Date },
  ): Promise<void>;
}
