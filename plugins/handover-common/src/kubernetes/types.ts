/** A container's image, `registry/path:tag@sha256:…` in parts. */
export type ContainerImage = {
  container: string;
  repository: string;
  tag?: string;
  /** `sha256:…`: as written, or else as the pods that run say. */
  digest?: string;
};

/** How a container ended the last time. */
export type LastTermination = {
  reason?: string;
  exitCode?: number;
  message?: string;
  /** RFC 3339 */
  finishedAt?: string;
};

/** Why a pod does not run as it should. */
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
  node?: string;
  problems: PodProblem[];
};

export type WorkloadKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'CronJob'
  | 'Job'
  | 'Pod';

/**
 * - `failing`: nothing of it works, or its last run failed
 * - `degraded`: some of it does not
 * - `progressing`: a rollout is under way
 * - `stopped`: scaled to none, or suspended
 */
export type WorkloadState =
  | 'failing'
  | 'degraded'
  | 'progressing'
  | 'healthy'
  | 'stopped';

export type Autoscaler = {
  name: string;
  min: number;
  max: number;
  current: number;
  desired: number;
  /** It would not go further up, whatever comes. */
  isAtMaximum: boolean;
};

/** One revision of a workload that Kubernetes still keeps. */
export type WorkloadRevision = {
  number: number;
  isCurrent: boolean;
  images: ContainerImage[];
  /** RFC 3339 */
  createdAt?: string;
  /** Of the annotation `kubernetes.io/change-cause`. */
  changeCause?: string;
};

/** What else decides what runs: it would undo what is done behind its back. */
export type WorkloadManager =
  | { kind: 'helm'; release: string; namespace?: string }
  | { kind: 'argocd'; application: string };

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

/** Something that runs pods. */
export type Workload = {
  kind: WorkloadKind;
  name: string;
  namespace: string;
  state: WorkloadState;
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
  manager?: WorkloadManager;
  schedule?: CronJobSchedule;
};
