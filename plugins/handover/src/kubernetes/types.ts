import type {
  KubernetesObjects,
  KubernetesObjectSummary,
  KubernetesObjectKind,
  Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';

/** A cluster as the portal knows it. */
export type Cluster = { name: string; title?: string };

/** Why a cluster shows nothing. */
export type ClusterFailure = {
  reason: 'unauthorized' | 'forbidden' | 'silent' | 'unreachable';
  message?: string;
};

/** What was read of one cluster. */
export type ClusterObjects = {
  cluster: Cluster;
  objects: KubernetesObjects;
  /** Undefined where it was read, if only in part. */
  failure?: ClusterFailure;
  /** Kinds that could not be read while others could, such as `events`. */
  unread: string[];
};

export type ClusterReading = Omit<ClusterObjects, 'objects'> & {
  workloads: Workload[];
  /** What a text may name. */
  objects: KubernetesObjectSummary[];
  /** The kinds of them that were read. */
  kinds: KubernetesObjectKind[];
  /** It has not answered yet, while others have. */
  isPending?: true;
};
