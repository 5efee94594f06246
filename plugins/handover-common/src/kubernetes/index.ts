/**
 * What runs in Kubernetes, and what it means for a handover.
 *
 * @packageDocumentation
 */

export type {
  Time,
  ObjectMeta,
  Condition,
  ContainerSpec,
  PodTemplate,
  Termination,
  ContainerStatus,
  KubernetesPod,
  KubernetesDeployment,
  KubernetesReplicaSet,
  KubernetesStatefulSet,
  KubernetesDaemonSet,
  KubernetesControllerRevision,
  KubernetesJob,
  KubernetesCronJob,
  KubernetesAutoscaler,
  AutoscalerMetric,
  MetricSource,
  MetricValue,
  KubernetesIngress,
  KubernetesService,
  KubernetesConfigMap,
  KubernetesResourceQuota,
  KubernetesLimitRange,
  KubernetesEvent,
  KubernetesObjects,
} from './objects';
export { summarizeWorkloads } from './summarizeWorkloads';
export { comparePods } from './summarizePod';
export { fillPlaceholders } from './fillPlaceholders';
export type { PlaceholderValues } from './fillPlaceholders';
export { codeUsesCurrentContext, usesCurrentContext } from './commandContext';
export { recentEvents } from './podEvents';
export type { PodEvent } from './podEvents';
export { matchFailures } from './matchFailures';
export type { DocumentedFailure, FailureMatch } from './matchFailures';
export { findingsOf } from './findings';
export type { Finding, FindingKind } from './findings';
export { releaseStartOf } from './releaseStart';
export type { ReleaseStart } from './releaseStart';
export {
  productionWorkloads,
  type ProductionWorkloads,
  whyProductionUnknown,
} from './productionWorkloads';
export { rollbackOf } from './rollback';
export type { NoRollback, Rollback } from './rollback';
export type { RollbackNote } from './rollbackNotes';
export { documentedRollbacks } from './documentedRollback';
export type { DocumentedRollback, RollbackTool } from './documentedRollback';
export { documentedTargets, staleTargets } from './documentedTargets';
export type { DocumentedTarget, StaleTarget } from './documentedTargets';
export { namedObjects } from './namedObjects';
export type { NamedObject } from './namedObjects';
export { kindsRead, summarizeObjects } from './summarizeObjects';
export { configMapsOfTable, withoutValues } from './configMaps';
export { failureOfStatus, toClusterObjects } from './clusterObjects';
export type {
  ClusterAnswers,
  ClusterFailure,
  ClusterObjects,
} from './clusterObjects';
export {
  isInKubernetes,
  KUBERNETES_ANNOTATIONS,
  KUBERNETES_ID,
  LABEL_SELECTOR,
} from './isInKubernetes';
export { READ_KINDS } from './kinds';
export type { ReadKind } from './kinds';
export { setupOf } from './workloadSetup';
export type {
  ClusterSetup,
  RollbackChance,
  WorkloadSetup,
} from './workloadSetup';
export { lookUp } from './lookUp';
export type { LookedUp, ObjectPlace } from './lookUp';
export { environmentOf, placeEnvironments } from './environments';
export type { ClusterName, EnvironmentPlace } from './environments';
export type {
  ContainerImage,
  LastTermination,
  PodProblem,
  PodSummary,
  WorkloadKind,
  WorkloadState,
  Autoscaler,
  WorkloadRevision,
  HelmRelease,
  WorkloadManager,
  CronJobSchedule,
  Workload,
} from './types';
export type {
  ServiceAddress,
  JobState,
  QuotaUse,
  KubernetesObjectSummary,
  KubernetesObjectKind,
} from './objectSummaries';
export type { SearchedCluster } from './lookUp';
export type { RollbackPlace } from './rollback';
export type { DocumentedEnvironment } from './environments';
export type { WholeConfigMap } from './configMaps';
export type { HandoverDocument } from '../documents/schema';
