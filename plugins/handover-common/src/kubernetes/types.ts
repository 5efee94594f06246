/**
 * A container's image, `registry/path:tag@sha256:…` in parts.
 *
 * @alpha
 */
export type ContainerImage = {
  container: string;
  repository: string;
  tag?: string;
  /** `sha256:…`: as written, or else as the pods that run say. */
  digest?: string;
};

/**
 * How a container ended the last time.
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
 * Why a pod does not run as it should.
 *
 * @alpha
 */
export type PodProblem = {
  /** Kubernetes' own word for it, `CrashLoopBackOff` for example. */
  reason: string;
  container?: string;
  message?: string;
  /** How often the container was restarted. */
  restarts?: number;
  lastTermination?: LastTermination;
  /** All reasons that Kubernetes gives, this one first. */
  reasons: string[];
  /** All that Kubernetes says about it: of states, the last end and events. */
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
  /** In one word, as `kubectl get pods` says it. */
  status: string;
  /** Containers that are ready, and all of them. */
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
  /** It has ended, and its workload runs another pod in its place. */
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
 * The limits of a horizontal pod autoscaler and what it does now.
 *
 * @alpha
 */
export type Autoscaler = {
  name: string;
  min: number;
  max: number;
  current: number;
  desired: number;
  /** It would scale up no further. False if it cannot scale: minimum and maximum are the same. */
  isAtMaximum: boolean;
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
  /** Of the annotation `kubernetes.io/change-cause`. */
  changeCause?: string;
};

/**
 * A Helm release. Without a namespace it is in that of the workload.
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
      /** Of the Application, where it is not Argo CD's own namespace. */
      namespace?: string;
    }
  | {
      kind: 'flux';
      /** As the `flux` command calls it. */
      resource: 'kustomization' | 'helmrelease';
      name: string;
      namespace: string;
      /** What a HelmRelease installed. */
      helm?: HelmRelease;
    };

/**
 * When a CronJob runs.
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
 * Something that runs pods.
 *
 * @alpha
 */
export type Workload = {
  kind: WorkloadKind;
  name: string;
  namespace: string;
  state: WorkloadState;
  /** A rollout has begun and is not complete. */
  isRollingOut?: true;
  /** Its rollout cannot go on by itself. */
  isStuck?: true;
  /** Why, where the workload itself says it: a deadline that was exceeded for example. */
  message?: string;
  /** Pods. Of a CronJob and a Job those that are active. */
  ready: number;
  desired: number;
  images: ContainerImage[];
  restarts: number;
  autoscaler?: Autoscaler;
  /** When what runs now was rolled out, RFC 3339. */
  rolledOutAt?: string;
  /** Hosts of the ingresses that lead to it. */
  hosts: string[];
  /** Those that do not run first. */
  pods: PodSummary[];
  /** The latest first. */
  revisions: WorkloadRevision[];
  /** Whether revisions could be read: none then means none. */
  hasHistory: boolean;
  /** Its rollouts are paused: nothing rolls out until it is resumed. */
  isPaused?: true;
  /** Its update strategy is `OnDelete`: a pod is updated when it is deleted. */
  isUpdatedOnDelete?: true;
  manager?: WorkloadManager;
  schedule?: CronJobSchedule;
};
