/**
 * A container's image, `registry/path:tag@sha256:…` in parts.
 *
 * @alpha
 */
export type ContainerImage = {
  container: string;
  repository: string;
  tag?: string;
  /** `sha256:…`, from the image, or else from the running pods. */
  digest?: string;
};

/**
 * How a container last ended.
 *
 * @alpha
 */
export type LastTermination = {
  reason?: string;
  exitCode?: number;
  message?: string;
  /** RFC 3339 */
  finishedAt?: string;
};

/**
 * A problem of a pod.
 *
 * @alpha
 */
export type PodProblem = {
  /** The reason that Kubernetes reports, for example `CrashLoopBackOff`. */
  reason: string;
  container?: string;
  message?: string;
  /** The number of restarts of the container. */
  restarts?: number;
  lastTermination?: LastTermination;
  /** All reasons that Kubernetes reports, this one first. */
  reasons: string[];
  /** All messages of Kubernetes: from states, the last termination and events. */
  messages: string[];
};

/**
 * The state of a pod.
 *
 * @alpha
 */
export type PodSummary = {
  name: string;
  namespace: string;
  /** The status in `kubectl get pods`. */
  status: string;
  /** The number of ready containers. */
  ready: number;
  containers: number;
  restarts: number;
  /** RFC 3339 */
  startedAt?: string;
  /** Since when it has not been ready, RFC 3339; undefined for a pod that is. */
  unreadySince?: string;
  /** Number of the workload's revision that it runs. */
  revision?: number;
  node?: string;
  /** Whether it has ended and its workload runs another pod in its place. */
  isReplaced?: true;
  problems: PodProblem[];
};

/**
 * Kinds of objects that run pods.
 *
 * @alpha
 */
export type WorkloadKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  /** Of Argo Rollouts. */
  | 'Rollout'
  | 'CronJob'
  | 'Job'
  | 'Pod';

/**
 * - `failing`: nothing of it works, or its last run failed
 * - `degraded`: some of it does not
 * - `progressing`: a rollout is under way
 * - `stopped`: scaled to none, or suspended
 *
 * @alpha
 */
export type WorkloadState =
  | 'failing'
  | 'degraded'
  | 'progressing'
  | 'healthy'
  | 'stopped';

/**
 * The limits and the current size of a horizontal pod autoscaler.
 *
 * @alpha
 */
export type Autoscaler = {
  name: string;
  min: number;
  max: number;
  current: number;
  desired: number;
  /** Whether it can't scale up further. False if its minimum and maximum are the same. */
  isAtMaximum: boolean;
  /** Whether it is at its maximum and its metrics ask for more. */
  isSaturated: boolean;
};

/**
 * One revision of a workload that Kubernetes still keeps.
 *
 * @alpha
 */
export type WorkloadRevision = {
  number: number;
  isCurrent: boolean;
  images: ContainerImage[];
  /** RFC 3339 */
  createdAt?: string;
  /** From the annotation `kubernetes.io/change-cause`. */
  changeCause?: string;
};

/**
 * A Helm release. The default namespace is that of the workload.
 *
 * @alpha
 */
export type HelmRelease = { release: string; namespace?: string };

/**
 * A tool that reconciles the workload and reverts changes made with kubectl.
 *
 * @alpha
 */
export type WorkloadManager =
  | ({ kind: 'helm' } & HelmRelease)
  | {
      kind: 'argocd';
      application: string;
      /** The namespace of the Application, if it isn't Argo CD's own namespace. */
      namespace?: string;
    }
  | {
      kind: 'flux';
      /** The name of the resource in the `flux` command. */
      resource: 'kustomization' | 'helmrelease';
      name: string;
      namespace: string;
      /** The Helm release of a HelmRelease. */
      helm?: HelmRelease;
    };

/**
 * The schedule of a CronJob.
 *
 * @alpha
 */
export type CronJobSchedule = {
  cron: string;
  timeZone?: string;
  isSuspended: boolean;
  active: number;
  /** RFC 3339 */
  lastScheduledAt?: string;
  /** RFC 3339 */
  lastSucceededAt?: string;
};

/**
 * A workload.
 *
 * @alpha
 */
export type Workload = {
  kind: WorkloadKind;
  name: string;
  namespace: string;
  state: WorkloadState;
  /** Whether a rollout has begun and isn't complete. */
  isRollingOut?: true;
  /**
   * Whether the current revision has never been rolled out completely. Known only
   * of a Deployment whose controller has seen its latest change.
   */
  neverComplete?: true;
  /** Whether its rollout can't continue by itself. */
  isStuck?: true;
  /** The reason that the workload itself reports, for example an exceeded deadline. */
  message?: string;
  /** Ready pods. For a CronJob or Job, active pods. */
  ready: number;
  desired: number;
  images: ContainerImage[];
  restarts: number;
  autoscaler?: Autoscaler;
  /** When the current revision was rolled out, RFC 3339. */
  rolledOutAt?: string;
  /** Hosts of the ingresses that lead to it. */
  hosts: string[];
  /** Pods that don't run come first. */
  pods: PodSummary[];
  /** Latest first. */
  revisions: WorkloadRevision[];
  /** Whether revisions could be read. */
  hasHistory: boolean;
  /** Whether its rollouts are paused. */
  isPaused?: true;
  /**
   * Whether its update strategy is `OnDelete`: a pod is updated only when it is
   * deleted.
   */
  isUpdatedOnDelete?: true;
  manager?: WorkloadManager;
  schedule?: CronJobSchedule;
};
