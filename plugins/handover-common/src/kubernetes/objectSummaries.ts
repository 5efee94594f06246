import type { Autoscaler, PodSummary, Workload } from './types';

/**
 * How a service can be reached.
 *
 * - `external`: from outside the cluster
 * - `awaited`: from outside, once the load balancer has an address
 * - `cluster`: from inside the cluster
 * - `headless`: at its pods
 * - `alias`: it stands for a name elsewhere
 *
 * @alpha
 */
export type ServiceAddress = {
  is: 'external' | 'awaited' | 'cluster' | 'headless' | 'alias';
  at: string[];
};

/**
 * The state of a job.
 *
 * @alpha
 */
export type JobState = {
  state: 'complete' | 'failed' | 'running' | 'suspended' | 'waiting';
  /** Pods that succeeded. */
  succeeded: number;
  /** Pods that failed. */
  failed: number;
  /** Pods that must succeed. Undefined for a work queue. */
  completions?: number;
  /** RFC 3339 */
  finishedAt?: string;
  /** Why it failed. */
  message?: string;
};

/**
 * The use of one resource.
 *
 * @alpha
 */
export type QuotaUse = {
  resource: string;
  /** A quantity in Kubernetes' format, like `hard`. */
  used: string;
  hard: string;
  /** 1 at the limit */
  share: number;
};

/**
 * The state of one object.
 *
 * @alpha
 */
export type KubernetesObjectSummary = {
  name: string;
  namespace: string;
  /** RFC 3339 */
  createdAt?: string;
} & (
  | {
      kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob';
      workload: Workload;
    }
  | { kind: 'Pod'; pod: PodSummary }
  | { kind: 'ReplicaSet'; ready: number; desired: number }
  | { kind: 'HorizontalPodAutoscaler'; autoscaler: Autoscaler }
  | ({ kind: 'Job' } & JobState)
  | {
      kind: 'Service';
      type: string;
      ports: string[];
      address?: ServiceAddress;
    }
  /** Of an Ingress `*` is any host. */
  | { kind: 'Ingress'; hosts: string[] }
  | { kind: 'ConfigMap'; keys?: number }
  | { kind: 'ResourceQuota'; nearest?: QuotaUse }
  | { kind: 'LimitRange' }
);

/**
 * The kinds of object whose state is shown.
 *
 * @alpha
 */
export type KubernetesObjectKind = KubernetesObjectSummary['kind'];
