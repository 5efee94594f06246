import type {
  ClusterObjects,
  KubernetesObjectSummary,
  KubernetesObjectKind,
  Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';

/** A cluster as the portal knows it. */
export type Cluster = { name: string; title?: string };

export type ClusterReading = Omit<ClusterObjects, 'objects'> & {
  workloads: Workload[];
  /** What a text may name. */
  objects: KubernetesObjectSummary[];
  /** The kinds of them that were read. */
  kinds: KubernetesObjectKind[];
  /** It has not answered yet, while others have. */
  isPending?: true;
};
