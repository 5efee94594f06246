/**
 * As much of Kubernetes' objects as is read here. Structural, so that what any
 * client hands out fits; every field may be missing, for an answer from a
 * server is not to be trusted.
 */

/**
 * RFC 3339, or a date that a client parsed from it.
 *
 * @alpha
 */
export type Time = string | Date;

/**
 * Metadata of an object.
 *
 * @alpha
 */
export type ObjectMeta = {
  name?: string;
  namespace?: string;
  uid?: string;
  labels?: { [key: string]: string };
  annotations?: { [key: string]: string };
  creationTimestamp?: Time;
  deletionTimestamp?: Time;
  generation?: number;
  ownerReferences?: {
    kind?: string;
    name?: string;
    uid?: string;
    controller?: boolean;
  }[];
};

/**
 * A condition in the status of an object.
 *
 * @alpha
 */
export type Condition = {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
  lastUpdateTime?: Time;
  lastTransitionTime?: Time;
};

/**
 * A container as a pod template declares it.
 *
 * @alpha
 */
export type ContainerSpec = {
  name?: string;
  image?: string;
  /** `Always` makes an init container a native sidecar. */
  restartPolicy?: string;
};

/**
 * The template that a workload creates its pods from.
 *
 * @alpha
 */
export type PodTemplate = {
  metadata?: ObjectMeta;
  spec?: { containers?: ContainerSpec[]; initContainers?: ContainerSpec[] };
};

/**
 * How a container terminated.
 *
 * @alpha
 */
export type Termination = {
  reason?: string;
  message?: string;
  exitCode?: number;
  signal?: number;
  finishedAt?: Time;
};

/**
 * The status of a container in a pod.
 *
 * @alpha
 */
export type ContainerStatus = {
  name?: string;
  image?: string;
  imageID?: string;
  ready?: boolean;
  /** The startup probe has passed. */
  started?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt?: Time };
    terminated?: Termination;
  };
  lastState?: { terminated?: Termination };
};

/**
 * A Pod.
 *
 * @alpha
 */
export type KubernetesPod = {
  metadata?: ObjectMeta;
  spec?: PodTemplate['spec'] & { nodeName?: string };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    startTime?: Time;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
};

/**
 * A Deployment, or a Rollout of Argo Rollouts.
 *
 * @alpha
 */
export type KubernetesDeployment = {
  metadata?: ObjectMeta;
  spec?: { replicas?: number; paused?: boolean; template?: PodTemplate };
  status?: {
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    unavailableReplicas?: number;
    observedGeneration?: number;
    conditions?: Condition[];
  };
};

/**
 * A ReplicaSet.
 *
 * @alpha
 */
export type KubernetesReplicaSet = {
  metadata?: ObjectMeta;
  spec?: { replicas?: number; template?: PodTemplate };
  status?: { readyReplicas?: number };
};

/**
 * A StatefulSet.
 *
 * @alpha
 */
export type KubernetesStatefulSet = {
  metadata?: ObjectMeta;
  spec?: {
    replicas?: number;
    template?: PodTemplate;
    updateStrategy?: {
      type?: string;
      /** Pods with a lower ordinal keep the revision that they have. */
      rollingUpdate?: { partition?: number };
    };
  };
  status?: {
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    observedGeneration?: number;
    currentRevision?: string;
    updateRevision?: string;
  };
};

/**
 * A DaemonSet.
 *
 * @alpha
 */
export type KubernetesDaemonSet = {
  metadata?: ObjectMeta;
  spec?: { template?: PodTemplate; updateStrategy?: { type?: string } };
  status?: {
    desiredNumberScheduled?: number;
    numberReady?: number;
    numberAvailable?: number;
    numberUnavailable?: number;
    updatedNumberScheduled?: number;
    observedGeneration?: number;
  };
};

/**
 * A ControllerRevision, which keeps an earlier template of a StatefulSet or
 * DaemonSet.
 *
 * @alpha
 */
export type KubernetesControllerRevision = {
  metadata?: ObjectMeta;
  revision?: number;
  /** The part of the workload's spec that the revision contains. */
  data?: unknown;
};

/**
 * A Job.
 *
 * @alpha
 */
export type KubernetesJob = {
  metadata?: ObjectMeta;
  spec?: {
    template?: PodTemplate;
    completions?: number;
    parallelism?: number;
    suspend?: boolean;
  };
  status?: {
    active?: number;
    succeeded?: number;
    failed?: number;
    startTime?: Time;
    completionTime?: Time;
    conditions?: Condition[];
  };
};

/**
 * A CronJob.
 *
 * @alpha
 */
export type KubernetesCronJob = {
  metadata?: ObjectMeta;
  spec?: {
    schedule?: string;
    timeZone?: string | null;
    suspend?: boolean;
    jobTemplate?: { spec?: { template?: PodTemplate } };
  };
  status?: {
    active?: unknown[];
    lastScheduleTime?: Time;
    lastSuccessfulTime?: Time;
  };
};

/**
 * The target of a metric, or where it stands.
 *
 * @alpha
 */
export type MetricValue = {
  averageUtilization?: number;
  averageValue?: string;
  value?: string;
};

/**
 * What an autoscaler measures. Its other fields identify it.
 *
 * @alpha
 */
export type MetricSource = {
  name?: string;
  container?: string;
  metric?: { name?: string; selector?: object };
  describedObject?: { kind?: string; name?: string };
  /** In the spec. */
  target?: MetricValue;
  /** In the status. */
  current?: MetricValue;
};

/**
 * A metric of an autoscaler, in its spec or its status.
 *
 * @alpha
 */
export type AutoscalerMetric = {
  resource?: MetricSource;
  containerResource?: MetricSource;
  pods?: MetricSource;
  object?: MetricSource;
  external?: MetricSource;
};

/**
 * A HorizontalPodAutoscaler.
 *
 * @alpha
 */
export type KubernetesAutoscaler = {
  metadata?: ObjectMeta;
  spec?: {
    scaleTargetRef?: { kind?: string; name?: string };
    minReplicas?: number;
    maxReplicas?: number;
    metrics?: AutoscalerMetric[] | null;
    /** Of `autoscaling/v1`, like `currentCPUUtilizationPercentage`. */
    targetCPUUtilizationPercentage?: number;
  };
  status?: {
    currentReplicas?: number;
    desiredReplicas?: number;
    currentMetrics?: AutoscalerMetric[] | null;
    currentCPUUtilizationPercentage?: number;
    conditions?: Condition[];
  };
};

/**
 * An Ingress.
 *
 * @alpha
 */
export type KubernetesIngress = {
  metadata?: ObjectMeta;
  spec?: {
    defaultBackend?: { service?: { name?: string } };
    rules?: {
      host?: string;
      http?: { paths?: { backend?: { service?: { name?: string } } }[] };
    }[];
  };
};

/**
 * A Service.
 *
 * @alpha
 */
export type KubernetesService = {
  metadata?: ObjectMeta;
  spec?: {
    type?: string;
    selector?: { [key: string]: string };
    ports?: { port?: number; nodePort?: number; protocol?: string }[];
    /** `None` for a headless one. */
    clusterIP?: string;
    externalIPs?: string[];
    externalName?: string;
  };
  status?: {
    loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] };
  };
};

/**
 * Only what is shown. Values are discarded when they arrive.
 *
 * @alpha
 */
export type KubernetesConfigMap = {
  metadata?: Pick<ObjectMeta, 'name' | 'namespace' | 'creationTimestamp'>;
  /** How many keys it has. */
  keys?: number;
};

/**
 * A ResourceQuota.
 *
 * @alpha
 */
export type KubernetesResourceQuota = {
  metadata?: ObjectMeta;
  status?: {
    hard?: { [resource: string]: string };
    used?: { [resource: string]: string };
  };
};

/**
 * A LimitRange.
 *
 * @alpha
 */
export type KubernetesLimitRange = { metadata?: ObjectMeta };

/**
 * An Event.
 *
 * @alpha
 */
export type KubernetesEvent = {
  metadata?: ObjectMeta;
  involvedObject?: { kind?: string; name?: string; namespace?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  lastTimestamp?: Time | null;
  eventTime?: Time | null;
  series?: { count?: number; lastObservedTime?: Time | null } | null;
};

/**
 * The objects that were read from one cluster. Missing kinds were not read.
 *
 * @alpha
 */
export type KubernetesObjects = {
  pods?: KubernetesPod[];
  deployments?: KubernetesDeployment[];
  replicaSets?: KubernetesReplicaSet[];
  statefulSets?: KubernetesStatefulSet[];
  daemonSets?: KubernetesDaemonSet[];
  controllerRevisions?: KubernetesControllerRevision[];
  jobs?: KubernetesJob[];
  cronJobs?: KubernetesCronJob[];
  autoscalers?: KubernetesAutoscaler[];
  ingresses?: KubernetesIngress[];
  services?: KubernetesService[];
  configMaps?: KubernetesConfigMap[];
  resourceQuotas?: KubernetesResourceQuota[];
  limitRanges?: KubernetesLimitRange[];
  events?: KubernetesEvent[];
};
